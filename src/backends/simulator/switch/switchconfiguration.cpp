#include "backends/simulator/switch/switchconfiguration.h"

#include "backends/simulator/script/jsonfields.h"
#include "backends/simulator/switch/directory.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

const QStringList dnKinds{u"extension"_s, u"routing-point"_s, u"queue"_s,
                          u"trunk"_s};                         // in the order of DnKind
const QStringList faults{u"none"_s, u"refuse"_s, u"silent"_s}; // in the order of RecorderFault
const QStringList placeholders{u"uuid"_s, u"dn"_s, u"party"_s, u"ani"_s,
                               u"dnis"_s, u"id"_s, u"date"_s,  u"time"_s};

const JsonField configurationFields[]{{.name = u"dns"_s, .kind = JsonFieldKind::Array, .required = true},
                                      {.name = u"services"_s, .kind = JsonFieldKind::Object},
                                      {.name = u"recorder"_s, .kind = JsonFieldKind::Object},
                                      {.name = u"licences"_s, .kind = JsonFieldKind::Number, .minimum = 1},
                                      {.name = u"password"_s, .kind = JsonFieldKind::Text}};

const JsonField dnFields[]{{.name = u"dn"_s, .kind = JsonFieldKind::Text, .required = true},
                           {.name = u"type"_s, .kind = JsonFieldKind::Word, .words = dnKinds},
                           {.name = u"record"_s, .kind = JsonFieldKind::Flag},
                           {.name = u"prefix"_s, .kind = JsonFieldKind::Text},
                           {.name = u"agentId"_s, .kind = JsonFieldKind::Text},
                           {.name = u"agentName"_s, .kind = JsonFieldKind::Text},
                           {.name = u"defaultDn"_s, .kind = JsonFieldKind::Text},
                           {.name = u"timeoutMs"_s, .kind = JsonFieldKind::Number, .minimum = 1}};

const JsonField serviceFields[]{{.name = u"start"_s, .kind = JsonFieldKind::Number},
                                {.name = u"stop"_s, .kind = JsonFieldKind::Number},
                                {.name = u"pause"_s, .kind = JsonFieldKind::Number},
                                {.name = u"resume"_s, .kind = JsonFieldKind::Number}};

const JsonField recorderFields[]{{.name = u"delayMs"_s, .kind = JsonFieldKind::Number, .maximum = 60000},
                                 {.name = u"fileTemplate"_s, .kind = JsonFieldKind::Text},
                                 {.name = u"fail"_s, .kind = JsonFieldKind::Word, .words = faults},
                                 {.name = u"dest"_s, .kind = JsonFieldKind::Text},
                                 {.name = u"dest2"_s, .kind = JsonFieldKind::Text},
                                 {.name = u"legacy"_s, .kind = JsonFieldKind::Flag},
                                 {.name = u"stateKey"_s, .kind = JsonFieldKind::Text},
                                 {.name = u"fileKey"_s, .kind = JsonFieldKind::Text},
                                 {.name = u"on"_s, .kind = JsonFieldKind::Text},
                                 {.name = u"off"_s, .kind = JsonFieldKind::Text},
                                 {.name = u"paused"_s, .kind = JsonFieldKind::Text}};

/// The keys that not every kind of DN has.
const struct
{
    QString key;
    QList<DnKind> kinds;
    QString allowed;
} specialKeys[]{{u"record"_s,
                 {DnKind::Extension, DnKind::Trunk, DnKind::RoutingPoint},
                 u"an extension, a trunk and a routing point"_s},
                {u"prefix"_s, {DnKind::Trunk}, u"a trunk"_s},
                {u"agentId"_s, {DnKind::Extension}, u"an extension"_s},
                {u"agentName"_s, {DnKind::Extension}, u"an extension"_s}};

core::Result<DnConfig> dnFrom(const QJsonValue &value, const QString &where)
{
    if (!value.isObject())
        return mistake(where,
                       u"a DN has to be an object like {\"dn\": \"7001\", \"type\": \"extension\"}."_s);
    const QJsonObject json = value.toObject();
    if (const auto checked = checkFields(json, dnFields, where); !checked)
        return checked.error();
    const auto kind = DnKind(dnKinds.indexOf(json.value(u"type"_s).toString(dnKinds.first())));
    for (const auto &special : specialKeys) {
        if (json.contains(special.key) && !special.kinds.contains(kind))
            return mistake(where, u"\"%1\" is allowed for %2 only."_s.arg(special.key, special.allowed));
    }
    for (const QString &key : {u"defaultDn"_s, u"timeoutMs"_s}) {
        if (kind != DnKind::RoutingPoint && json.contains(key))
            return mistake(where, u"\"%1\" is allowed for a routing point only."_s.arg(key));
    }
    if (json.contains(u"defaultDn"_s) != json.contains(u"timeoutMs"_s))
        return mistake(where, u"\"defaultDn\" and \"timeoutMs\" belong together; one of them is missing."_s);
    return DnConfig{.dn = tlib::Dn(json.value(u"dn"_s).toString()),
                    .kind = kind,
                    .record = json.value(u"record"_s).toBool(),
                    .prefix = kind == DnKind::Trunk ? json.value(u"prefix"_s).toString(u"+"_s) : QString(),
                    .agentId = tlib::AgentId(json.value(u"agentId"_s).toString()),
                    .agentName = json.value(u"agentName"_s).toString(),
                    .defaultDn = tlib::Dn(json.value(u"defaultDn"_s).toString()),
                    .timeOut = core::Duration(json.value(u"timeoutMs"_s).toInt())};
}

/// A default has to be somewhere that a call can be routed to.
core::Result<core::Done> checkDefaults(const QList<DnConfig> &dns, const QString &where)
{
    const Directory directory(dns);
    for (const DnConfig &dn : dns) {
        if (!dn.defaultDn.isEmpty() && !directory.has(dn.defaultDn, DnKind::Extension) &&
            !directory.isOutside(dn.defaultDn)) {
            return mistake(where,
                           u"the \"defaultDn\" %1 of %2 is neither an extension nor an outside number."_s.arg(
                               dn.defaultDn.toString(), dn.dn.toString()));
        }
    }
    return core::Done{};
}

core::Result<QList<DnConfig>> dnsFrom(const QJsonArray &json, const QString &where)
{
    QList<DnConfig> dns;
    QSet<tlib::Dn> known;
    QSet<QString> prefixes;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const QString place = u"%1: dns[%2]"_s.arg(where).arg(i);
        auto dn = dnFrom(json.at(i), place);
        if (!dn)
            return dn.error();
        if (known.contains(dn->dn))
            return mistake(
                place, u"\"dn\" %1 stands there twice; each DN is allowed once."_s.arg(dn->dn.toString()));
        known.insert(dn->dn);
        if (dn->kind == DnKind::Trunk && prefixes.contains(dn->prefix)) {
            return mistake(place, u"another trunk has the \"prefix\" %1 already; each prefix (without one it "
                                  u"is +) is allowed once."_s.arg(dn->prefix));
        }
        prefixes.insert(dn->prefix);
        dns.append(*std::move(dn));
    }
    return dns;
}

core::Result<tlib::RecordingNumbers> servicesFrom(const QJsonObject &json, const QString &where)
{
    if (const auto checked = checkFields(json, serviceFields, where); !checked)
        return checked.error();
    tlib::RecordingNumbers numbers;
    numbers.start = json.value(u"start"_s).toInt(numbers.start);
    numbers.stop = json.value(u"stop"_s).toInt(numbers.stop);
    numbers.pause = json.value(u"pause"_s).toInt(numbers.pause);
    numbers.resume = json.value(u"resume"_s).toInt(numbers.resume);
    if (QSet{numbers.start, numbers.stop, numbers.pause, numbers.resume}.size() != 4)
        return mistake(
            where,
            u"two services have the same number; \"start\", \"stop\", \"pause\" and \"resume\" need four."_s);
    return numbers;
}

core::Result<IndicationConfig> indicationFrom(const QJsonObject &json, const QString &where)
{
    IndicationConfig indication;
    indication.legacy = json.value(u"legacy"_s).toBool();
    for (const QString &key : {u"stateKey"_s, u"on"_s, u"off"_s, u"paused"_s}) {
        if (indication.legacy && json.contains(key)) {
            return mistake(where, u"\"%1\" has no use with \"legacy\", which tells the file name alone; "
                                  u"leave one of them out."_s.arg(key));
        }
    }
    indication.stateKey = json.value(u"stateKey"_s).toString(indication.stateKey);
    indication.fileKey = json.value(u"fileKey"_s).toString(indication.fileKey);
    indication.on = json.value(u"on"_s).toString(indication.on);
    indication.off = json.value(u"off"_s).toString(indication.off);
    indication.paused = json.value(u"paused"_s).toString(indication.paused);
    if (indication.stateKey == indication.fileKey)
        return mistake(where, u"\"stateKey\" and \"fileKey\" are the same; they need two keys."_s);
    // Whoever reads the words does not mind their case.
    if (QSet{indication.on.toLower(), indication.off.toLower(), indication.paused.toLower()}.size() != 3) {
        return mistake(where, u"two states have the same word; \"on\", \"off\" and \"paused\" need three "
                              u"that differ in more than case."_s);
    }
    return indication;
}

core::Result<RecorderConfig> recorderFrom(const QJsonObject &json, const QString &where)
{
    if (const auto checked = checkFields(json, recorderFields, where); !checked)
        return checked.error();
    RecorderConfig recorder;
    recorder.delay = core::Duration(json.value(u"delayMs"_s).toInt(int(recorder.delay.count())));
    recorder.fileTemplate = json.value(u"fileTemplate"_s).toString(recorder.fileTemplate);
    recorder.fault = RecorderFault(faults.indexOf(json.value(u"fail"_s).toString(faults.first())));
    for (const QString &key : {u"dest"_s, u"dest2"_s}) {
        if (json.contains(key) && !isSipLocation(json.value(key).toString()))
            return mistake(where, u"\"%1\" has to be a SIP location like sip:recorder@127.0.0.1."_s.arg(key));
    }
    recorder.dest = json.value(u"dest"_s).toString(recorder.dest);
    recorder.dest2 = json.value(u"dest2"_s).toString();
    auto indication = indicationFrom(json, where);
    if (!indication)
        return indication.error();
    recorder.indication = *std::move(indication);
    static const QRegularExpression placeholder(u"\\{([^}]*)\\}"_s);
    for (auto found = placeholder.globalMatch(recorder.fileTemplate); found.hasNext();) {
        const QString name = found.next().captured(1);
        if (!placeholders.contains(name)) {
            return mistake(where, u"\"fileTemplate\" has {%1}; allowed between the braces are %2."_s.arg(
                                      name, listed(placeholders)));
        }
    }
    return recorder;
}

} // namespace

bool isSipLocation(const QString &text)
{
    static const QRegularExpression form(u"\\Asips?:\\S+\\z"_s, QRegularExpression::CaseInsensitiveOption);
    return form.match(text).hasMatch();
}

core::Result<SwitchConfiguration> SwitchConfiguration::fromFile(const QString &path)
{
    const auto json = readObject(path);
    return json ? fromJson(*json, path) : json.error();
}

core::Result<SwitchConfiguration> SwitchConfiguration::fromJson(const QJsonObject &json, const QString &where)
{
    if (const auto checked = checkFields(json, configurationFields, where); !checked)
        return checked.error();
    auto dns = dnsFrom(json.value(u"dns"_s).toArray(), where);
    if (!dns)
        return dns.error();
    if (dns->isEmpty())
        return mistake(where, u"\"dns\" is empty; a switch needs at least one DN."_s);
    if (const auto checked = checkDefaults(*dns, where); !checked)
        return checked.error();
    const auto services = servicesFrom(json.value(u"services"_s).toObject(), where + u": services"_s);
    if (!services)
        return services.error();
    auto recorder = recorderFrom(json.value(u"recorder"_s).toObject(), where + u": recorder"_s);
    if (!recorder)
        return recorder.error();
    return SwitchConfiguration{
        .dns = *std::move(dns),
        .services = *services,
        .recorder = *std::move(recorder),
        .licences = json.value(u"licences"_s).toInt(),
        .password = tlib::Text(json.value(u"password"_s).toString()),
        .fingerprint = QCryptographicHash::hash(QJsonDocument(json).toJson(), QCryptographicHash::Sha256)};
}

} // namespace simulator
