#include "model/settings/remembered.h"

#include "core/background.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace model {

namespace {

constexpr qint64 LongestRemembered = 200'000;

bool isRememberedKey(QStringView key)
{
    const auto isFit = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') ||
               c == u'/' || c == u'.' || c == u'-' || c == u'_';
    };
    return !key.isEmpty() && key.size() <= 100 && std::all_of(key.begin(), key.end(), isFit);
}

bool isRememberedText(QStringView text)
{
    return text.size() <= Remembered::LongestText &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c.isPrint(); });
}

QHash<QString, QString> readRemembered(const QString &path)
{
    QHash<QString, QString> texts;
    QFile file(path);
    if (path.isEmpty() || !QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return texts;
    const QStringList lines = QString::fromUtf8(file.read(LongestRemembered)).split(u'\n');
    for (const QString &line : lines) {
        const qsizetype sign = line.indexOf(u'=');
        const QString key = line.left(std::max<qsizetype>(sign, 0));
        const QString text = line.mid(sign + 1);
        if (sign > 0 && texts.size() < Remembered::MostKeys && isRememberedKey(key) && !text.isEmpty() &&
            isRememberedText(text))
            texts.insert(key, text);
    }
    return texts;
}

/// Whole or not at all: what was there before stays otherwise.
bool writeRemembered(const QString &path, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
           file.write(content) == content.size() && file.commit();
}

} // namespace

Remembered::Remembered(const QString &path, core::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_path(path)
    , m_texts(readRemembered(path))
    , m_writing(
          clock, [this] { write(); }, WriteEvery)
{
}

Remembered::~Remembered()
{
    m_written.waitForFinished();
    m_isWriting = false;
    write();
    m_written.waitForFinished();
}

void Remembered::setText(const QString &key, const QString &text)
{
    if (!isRememberedKey(key) || !isRememberedText(text) || this->text(key) == text)
        return;
    if (text.isEmpty())
        m_texts.remove(key);
    else if (m_texts.contains(key) || m_texts.size() < MostKeys)
        m_texts.insert(key, text);
    m_isDirty = true;
    m_writing.flushAtEnd();
}

void Remembered::write()
{
    if (m_path.isEmpty() || !m_isDirty || m_isWriting)
        return;
    QStringList keys = m_texts.keys();
    keys.sort();
    QString content;
    for (const QString &key : std::as_const(keys))
        content += key + u'=' + m_texts.value(key) + u'\n';
    m_isDirty = false;
    m_isWriting = true;
    m_written = core::inBackground(
        this, [path = m_path, bytes = content.toUtf8()] { return writeRemembered(path, bytes); },
        [this](bool) { onWritten(); });
}

void Remembered::onWritten()
{
    m_isWriting = false;
    if (m_isDirty)
        m_writing.flushAtEnd();
}

} // namespace model

#include "moc_remembered.cpp"
