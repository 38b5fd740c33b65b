#pragma once

#include "core/result.h"
#include "model/settings/preferences.h"

#include <QHash>

namespace model {

/// Settings as a person types them, by their names ("agent/id"): anything may stand in them. Lists are typed
/// with commas or spaces between their parts.
class TypedSettings
{
public:
    enum class Flaw {
        None,
        NotOneWord, ///< spaces in it, or too long
        NotDns,     ///< neither DNs nor ranges of them
        NotANumber, ///< none of rangeOf()
        NotALimit,  ///< neither 0 nor seconds of PauseSeconds
        NotLimits,  ///< no list of DN=seconds
        NotAPath,   ///< not from the root on
        NoFile,     ///< no file of this name that can be read
        Empty,
        Clash,        ///< the same as another one of its kind (clashOf), from which it must differ
        AnothersWord, ///< a word that stands by default for another state
        Other,
    };

    /// What of `before` is not typed stays.
    explicit TypedSettings(const Preferences &before)
        : m_before(before)
    {
    }

    /// The value of `key` as it is shown for typing.
    static QString shown(const Preferences &preferences, const QString &key);
    void type(const QString &key, const QString &text) { m_texts.insert(key, text); }

    Flaw flawIn(const QString &key) const;
    /// The setting from which this one must differ, and does not; empty where there is none.
    QString clashOf(const QString &key) const;
    QString typed(const QString &key) const { return m_texts.value(key).trimmed(); }
    /// With what was typed; what has not been changed stays as it was written. InvalidInput with the sentence
    /// of assign().
    core::Result<Preferences> applied() const;

private:
    core::Result<core::Done> assignTo(Preferences &preferences, const QString &key) const;

    Preferences m_before;
    QHash<QString, QString> m_texts;
};

/// Of a setting that is a number; an empty range for others.
NumberRange rangeOf(const QString &key);

} // namespace model
