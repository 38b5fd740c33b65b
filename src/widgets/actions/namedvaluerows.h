#pragma once

#include "model/actions/recordingoptions.h"
#include "presentation/look/theme.h"

#include <QWidget>

#include <memory>

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace widgets {

/// Names and their values, a row each, with a button that adds a row and one on each that takes it away.
class NamedValueRows : public QWidget
{
    Q_OBJECT

public:
    /// What a row is called, for those who do not see it, too.
    struct Words
    {
        QString add = {};    ///< "&Add a parameter"
        QString name = {};   ///< "Name of parameter %1"
        QString value = {};  ///< "Value of parameter %1"
        QString remove = {}; ///< "Remove parameter %1"
    };

    explicit NamedValueRows(QWidget *parent = nullptr);
    ~NamedValueRows() override;

    void setWords(const Words &words);
    /// As typed, names without the white space around them. A row with nothing in it is not given.
    model::NamedValues values() const;
    /// Marks the names that are missing or there twice.
    void showFlaw(bool isFlawed);
    void takeTones(const presentation::Tones &tones);

Q_SIGNALS:
    void changed();
    void rowsChanged(); ///< there are more of them, or fewer: the height is another

private:
    struct Row
    {
        QWidget *whole = nullptr;
        QLineEdit *name = nullptr;
        QLineEdit *value = nullptr;
        QPushButton *remove = nullptr;
    };

    void add();
    void remove(const QWidget *whole);
    void nameRows();

    QVBoxLayout *m_column;
    QPushButton *m_add;
    QList<Row> m_rows;
    Words m_words;
    presentation::Tones m_tones;
};

} // namespace widgets
