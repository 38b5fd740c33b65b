#pragma once

#include <QList>
#include <QObject>
#include <QSet>

#include <functional>

class QLabel;
class QLineEdit;
class QWidget;

namespace model {
class Profile;
enum class SettingSource;
} // namespace model

namespace widgets {

/// The fields of a page of settings, or of the assistant. What is wrong is said below a field once it has
/// been left, and no longer as soon as it is right; what somebody else has laid down is shown and cannot be
/// changed.
class FieldRows : public QObject
{
    Q_OBJECT

public:
    struct Row
    {
        QString key = {};                     ///< the setting
        QList<QWidget *> fields = {};         ///< what is disabled when it is fixed; the first gets the focus
        QLabel *note = nullptr;               ///< below it
        std::function<QString()> flaw = {};   ///< in a sentence; none: nothing can be wrong
        std::function<QString()> remark = {}; ///< where nothing is wrong; none: there is none
        std::function<QWidget *()> culprit = {}; ///< of the fields, where it is not the first
        QLabel *label = nullptr; ///< its name on the banner; none: the label whose buddy is one of the fields
    };

    explicit FieldRows(QWidget &page);

    void add(const Row &row);
    /// Disables what is fixed, and says where the rest comes from.
    void follow(const model::Profile &profile);
    /// Says everything that is wrong and moves the focus to the first of it. Whether there is nothing.
    bool check();
    void refresh();
    /// The names of those that come from there, where they cannot be changed.
    QStringList fixedBy(model::SettingSource source) const;
    /// Whether every row that this page has is laid down by others.
    bool isAllFixed() const;

Q_SIGNALS:
    void changed();

private:
    void leave(QWidget *from, const QWidget *to);
    bool isFixed(const Row &row) const;
    QString flawOf(const Row &row) const;
    void refreshRow(const Row &row);
    QString nameOf(const Row &row) const;

    QWidget &m_page;
    QList<Row> m_rows;
    const model::Profile *m_profile = nullptr;
    QSet<const QLabel *> m_left; ///< the notes of those that the person has left: what is wrong is said
};

/// What others have laid down of a page with these parts: "3 of these are set by your administrator (…).";
/// empty where there is nothing.
QString bannerOf(const QList<FieldRows *> &parts);

} // namespace widgets
