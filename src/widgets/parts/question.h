#pragma once

#include "widgets/dialogs/dialog.h"

class QLabel;

namespace widgets {

/// A question before something that cannot be taken back. It blocks its window, not the program; going on as
/// before is the default and what Escape means. It deletes itself.
class Question : public Dialog
{
    Q_OBJECT

public:
    struct Words
    {
        QString title = {};
        QString text = {}; ///< plain text, whatever it looks like
        QString yes = {};  ///< what is done; empty: there is nothing to do but to read
        QString no = {};   ///< what stays
    };

    Question(const Words &words, QWidget *parent);

Q_SIGNALS:
    void confirmed();

protected:
    /// Another text in the place of Words::text. False: it stands there already.
    bool showText(const QString &text);

private:
    QLabel *m_text = nullptr;
};

} // namespace widgets
