#pragma once

#include "model/settings/keys/command.h"

#include <QHash>
#include <QObject>

class QWidget;

namespace widgets {

/// The keys of the commands in all windows of the program. What moves a call works wherever the focus is, in
/// a dialog, too; the rest where a window could take it. A key that is held is one press.
class CommandKeys : public QObject
{
    Q_OBJECT

public:
    explicit CommandKeys(QObject *parent = nullptr);

    void setKeys(const model::KeyTable &keys);

Q_SIGNALS:
    void commanded(model::Command command);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QHash<int, model::Command> m_commands; ///< by key, as QKeyCombination::toCombined()
};

} // namespace widgets
