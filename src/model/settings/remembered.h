#pragma once

#include "core/clock.h"
#include "core/frame.h"

#include <QFuture>
#include <QHash>
#include <QObject>

namespace model {

/// What an instance remembers without anybody having chosen it: where windows stood, how wide columns were.
/// Lines of "key=text" in a file of its own. It is worth little, so nothing is ever said of it: what cannot
/// be read counts as not there, what cannot be written is lost. The disk is written to on another thread, and
/// at most once in WriteEvery.
class Remembered : public QObject
{
    Q_OBJECT

public:
    static constexpr core::Duration WriteEvery = std::chrono::seconds(2);
    static constexpr qsizetype LongestText = 400;
    static constexpr qsizetype MostKeys = 200;

    /// Reads the file; an empty path, or one that is not there: nothing is remembered yet.
    Remembered(const QString &path, core::Clock &clock, QObject *parent = nullptr);
    /// What has changed is written yet, and waited for.
    ~Remembered() override;

    /// Empty where nothing is known.
    QString text(const QString &key) const { return m_texts.value(key); }
    /// `key`: letters, digits and "/.-_"; `text`: one line of at most LongestText. Others are ignored. An
    /// empty text forgets the key.
    void setText(const QString &key, const QString &text);

private:
    void write();
    void onWritten();

    const QString m_path;
    QHash<QString, QString> m_texts;
    core::Frame m_writing;
    QFuture<bool> m_written;
    bool m_isWriting = false;
    bool m_isDirty = false; ///< since what was written last
};

} // namespace model
