#pragma once

#include <QString>

namespace core {

/// The one place that decides what of a text may be kept: logs, traces, details that are copied, bundles.
/// Masked characters stand as asterisks, so that the length and the rest of the sentence stay readable.
/// Masking what is masked changes nothing. Mask first and cut then: half a card number does not look like
/// one.

/// `text` without card numbers: 13 to 19 digits, perhaps in groups with spaces or dashes between them, that
/// pass the check of Luhn (ISO/IEC 7812-1), also where further digits stand before or behind them. None of
/// their digits is left. A single run of more than 19 digits goes as a whole, as a card may stand anywhere in
/// it.
QString maskedCards(const QString &text);

/// `text` as it may be logged: without card numbers, and of what looks like a telephone number (a run of
/// seven digits or more that no letter touches, or grouped digits behind a plus sign) the last three
/// digits only.
QString maskedText(const QString &text);
/// What a server said, likewise: it may name extensions, so a run of four digits is a number already.
QString maskedServerText(const QString &text);

/// Whether a value of this name is a secret whatever it looks like: a security code (CVV, CVC), a PIN, a
/// password, a card's number. Names are read in words: "CustomerPin", "card_cvc2", "user.password".
bool isSecretName(QStringView name);
/// The value of a name as it may be shown: of a secret's only that there is one, else without card numbers.
QString maskedValue(QStringView name, const QString &value);

/// A party's number or name: the last three characters, of one with fewer than six the last two, of two none.
QString maskedNumber(QStringView number);

} // namespace core
