#include "scenarios/words.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace words {

namespace {

QJsonValue jsonOf(const QString &word)
{
    if (word == u"true" || word == u"false")
        return word == u"true";
    bool isNumber = false;
    const int number = word.toInt(&isNumber);
    return isNumber && word.size() < 6 && !word.startsWith(u"70") ? QJsonValue(number) : QJsonValue(word);
}

QString pairsIn(const QJsonValue &pairs, const QString &prefix)
{
    QStringList texts;
    for (const QJsonValue &pair : pairs.toArray())
        texts.append(prefix + pair.toArray().at(0).toString() + u'=' + pair.toArray().at(1).toString());
    return texts.join(u' ');
}

} // namespace

QString valueOf(const Words &words, const QString &key)
{
    for (const QString &word : words) {
        if (word.section(u'=', 0, 0) == key)
            return word.section(u'=', 1);
    }
    return {};
}

model::RecordingOptions optionsFrom(const Words &words)
{
    model::RecordingOptions options;
    for (const QString &word : words) {
        const QString key = word.section(u'=', 0, 0);
        const QString value = word.section(u'=', 1);
        if (key == u"record")
            options.record = value == u"destination" ? model::RecordingOptions::Side::Destination
                                                     : model::RecordingOptions::Side::Source;
        else if (key == u"Id")
            options.id = value;
        else if (key == u"Dest")
            options.dest = value;
        else if (key == u"Dest2")
            options.dest2 = value;
        else if (key.startsWith(u"p:"))
            options.params.append({key.mid(2), value});
        else if (key.startsWith(u"r:"))
            options.reasons.append({key.mid(2), value});
    }
    return options;
}

model::RouteOrder orderFrom(const Words &words)
{
    using Record = model::RouteOrder::Record;
    static const QHash<QString, Record> records{{u"source"_s, Record::Source},
                                                {u"destination"_s, Record::Destination},
                                                {u"disable_source"_s, Record::DisableSource},
                                                {u"disable_destination"_s, Record::DisableDestination}};
    model::RouteOrder order{.destination = model::Dn(words.value(2)),
                            .id = valueOf(words, u"id"_s),
                            .dest = valueOf(words, u"dest"_s),
                            .dest2 = valueOf(words, u"dest2"_s)};
    if (const QString record = valueOf(words, u"record"_s); !record.isEmpty())
        order.record = records.value(record);
    return order;
}

QJsonObject plainSite()
{
    return QJsonDocument::fromJson(R"({
        "dns": [{"dn": "7001"}, {"dn": "7002"}, {"dn": "7003"}, {"dn": "7004"}, {"dn": "7900"},
                {"dn": "8000", "type": "routing-point"}, {"dn": "8001", "type": "routing-point", "record": true},
                {"dn": "trunk-1", "type": "trunk", "prefix": "+"}],
        "recorder": {"delayMs": 100}})")
        .object();
}

void setUp(QJsonObject &site, const Words &words)
{
    QJsonArray dns = site.value(u"dns"_s).toArray();
    QJsonObject recorder = site.value(u"recorder"_s).toObject();
    for (const QString &word : words.mid(1)) {
        const QString key = word.section(u'=', 0, 0);
        const QJsonValue value = jsonOf(word.section(u'=', 1));
        if (words.first() == u"recorder")
            recorder.insert(key, value);
        for (qsizetype i = 0; i < dns.size(); ++i) {
            QJsonObject dn = dns.at(i).toObject();
            if (dn.value(u"dn"_s) == words.first())
                dn.insert(key, value);
            dns.replace(i, dn);
        }
    }
    site.insert(u"dns"_s, dns);
    site.insert(u"recorder"_s, recorder);
}

simulator::SwitchConfiguration configurationOf(const QJsonObject &site)
{
    const auto read = simulator::SwitchConfiguration::fromJson(site, u"site"_s);
    if (!read)
        qFatal("%s", qPrintable(read.error().text));
    return *read;
}

model::RecordingKeys keysOf(const simulator::SwitchConfiguration &site)
{
    const simulator::IndicationConfig &told = site.recorder.indication;
    return {.state = told.stateKey.toUtf8(),
            .file = told.fileKey.toUtf8(),
            .on = told.on.toUtf8(),
            .off = told.off.toUtf8(),
            .paused = told.paused.toUtf8()};
}

QString differenceIn(const QJsonObject &call, const Words &expected)
{
    const QJsonArray sessions = call.value(u"recordings"_s).toArray();
    const QJsonObject last = sessions.last().toObject();
    const QJsonArray copies = last.value(u"destinations"_s).toArray();
    const auto seconds = [&last](const QString &key) {
        return QString::number(last.value(key).toInteger() / 1000);
    };
    const QString told = QStringList{u"sessions=%1"_s.arg(sessions.size()),
                                     u"dn="_s + last.value(u"dn"_s).toString(),
                                     u"id="_s + last.value(u"id"_s).toString(),
                                     u"dest="_s + copies.at(0).toObject().value(u"uri"_s).toString(),
                                     u"dest2="_s + copies.at(1).toObject().value(u"uri"_s).toString(),
                                     pairsIn(last.value(u"params"_s), u"p:"_s),
                                     pairsIn(last.value(u"reasons"_s), u"r:"_s),
                                     u"recorded="_s + seconds(u"recordedMs"_s),
                                     u"silence="_s + seconds(u"silenceMs"_s)}
                             .join(u' ');
    const Words words = told.split(u' ');
    for (const QString &word : expected) {
        if (!words.contains(word))
            return u"%1 is not in: %2"_s.arg(word, told);
    }
    return {};
}

} // namespace words
