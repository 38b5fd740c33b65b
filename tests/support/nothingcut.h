#pragma once

#include "widgets/parts/elidedlabel.h"

#include <QAbstractButton>
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTranslator>

namespace support {

/// English of which each text is 40 % longer, as other languages are.
class LongWords : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *source, const char *, int) const override
    {
        const QString text = QString::fromUtf8(source);
        const qsizetype most = text.size() * 14 / 10;
        QString longer;
        qsizetype rest = text.size();
        for (const QChar c : text) {
            longer += c;
            --rest;
            if (c.isLetter() && longer.size() + rest < most && !longer.endsWith(QStringLiteral("%n")) &&
                !longer.endsWith(QStringLiteral("%L")))
                longer += c.toLower();
        }
        return longer;
    }
};

namespace nothingcut {

inline QString nameOf(const QWidget &part)
{
    QString text;
    if (const auto *label = qobject_cast<const QLabel *>(&part))
        text = label->text();
    else if (const auto *button = qobject_cast<const QAbstractButton *>(&part))
        text = button->text();
    return QStringLiteral("%1 \"%2\" (%3)")
        .arg(QString::fromLatin1(part.metaObject()->className()), part.objectName(), text);
}

/// Where it is in the window, but for what lies outside of the parts that it is in.
inline QRect seenPlaceOf(const QWidget &part, const QWidget &window)
{
    QRect place(part.mapTo(&window, QPoint()), part.size());
    for (const QWidget *around = part.parentWidget(); around; around = around->parentWidget()) {
        place &= QRect(around->mapTo(&window, QPoint()), around->size());
        if (around == &window)
            break;
    }
    return place;
}

inline QString flawOf(const QLabel &label)
{
    if (label.text().isEmpty())
        return {};
    if (qobject_cast<const widgets::ElidedLabel *>(&label)) {
        const bool isElided =
            label.fontMetrics().horizontalAdvance(label.text()) > label.contentsRect().width();
        return isElided && label.toolTip().isEmpty() ? QStringLiteral("is elided without a tool tip")
                                                     : QString();
    }
    if (label.wordWrap())
        return label.heightForWidth(label.width()) > label.height() ? QStringLiteral("has too little height")
                                                                    : QString();
    return label.sizeHint().width() > label.width() ? QStringLiteral("is cut") : QString();
}

inline QString flawOf(const QAbstractButton &button)
{
    const auto *const push = qobject_cast<const QPushButton *>(&button);
    if (!push || (push->text().isEmpty() && push->icon().isNull()))
        return {};
    return push->sizeHint().width() > push->width() ? QStringLiteral("is cut") : QString();
}

} // namespace nothingcut

/// What of a window's labels, buttons and fields cannot be read or lies over another, a line each. Labels
/// that are elided by design must have a tool tip; what is scrolled out of sight does not count.
inline QStringList cutIn(const QWidget &window)
{
    QStringList flaws;
    QList<std::pair<QRect, const QWidget *>> seen;
    for (const QWidget *part : window.findChildren<QWidget *>()) {
        const auto *const label = qobject_cast<const QLabel *>(part);
        const auto *const button = qobject_cast<const QAbstractButton *>(part);
        if ((!label && !button && !qobject_cast<const QLineEdit *>(part)) || !part->isVisibleTo(&window) ||
            part->window() != &window)
            continue;
        const QRect place = nothingcut::seenPlaceOf(*part, window);
        if (place.isEmpty())
            continue;
        QString flaw = label ? nothingcut::flawOf(*label) : button ? nothingcut::flawOf(*button) : QString();
        if (flaw.isEmpty() && place.width() < part->width())
            flaw = QStringLiteral("reaches beyond its place");
        if (!flaw.isEmpty())
            flaws += nothingcut::nameOf(*part) + u' ' + flaw;
        for (const auto &[other, by] : seen) {
            if (other.intersects(place) && !by->isAncestorOf(part) && !part->isAncestorOf(by))
                flaws += nothingcut::nameOf(*part) + QStringLiteral(" lies over ") + nothingcut::nameOf(*by);
        }
        seen.append({place, part});
    }
    return flaws;
}

/// Mnemonics that two buttons or labels which show have in common, a line each.
inline QStringList doubledMnemonicsIn(const QWidget &window)
{
    QStringList flaws;
    QHash<QString, QString> known;
    for (const QWidget *part : window.findChildren<QWidget *>()) {
        const auto *const button = qobject_cast<const QAbstractButton *>(part);
        const auto *const label = qobject_cast<const QLabel *>(part);
        const QString text = button ? button->text() : label && label->buddy() ? label->text() : QString();
        const QString key = QKeySequence::mnemonic(text).toString();
        if (key.isEmpty() || !part->isVisibleTo(&window) || part->window() != &window)
            continue;
        if (known.contains(key))
            flaws += QStringLiteral("%1: %2 and %3").arg(key, known.value(key), text);
        known.insert(key, text);
    }
    return flaws;
}

/// The same of the entries of a menu, and of each of its submenus.
inline QStringList doubledMnemonicsIn(const QMenu &menu)
{
    QStringList flaws;
    QHash<QString, QString> known;
    for (const QAction *entry : menu.actions()) {
        const QString key = QKeySequence::mnemonic(entry->text()).toString();
        if (entry->menu())
            flaws += doubledMnemonicsIn(*entry->menu());
        if (key.isEmpty() || !entry->isVisible())
            continue;
        if (known.contains(key))
            flaws += QStringLiteral("%1: %2 and %3").arg(key, known.value(key), entry->text());
        known.insert(key, entry->text());
    }
    return flaws;
}

} // namespace support
