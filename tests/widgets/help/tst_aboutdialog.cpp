#include "support/testprogram.h"
#include "support/translated.h"
#include "widgets/windowtest.h"

#include "widgets/desk/programmenu.h"
#include "widgets/help/aboutdialog.h"

#include <QClipboard>
#include <QGuiApplication>

namespace tst_aboutdialog {

using namespace Qt::StringLiterals;
using widgets::AboutDialog;

class TestAboutDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsInsideAndCopiesIt_data() { support::languageRows(); }
    void saysWhatIsInsideAndCopiesIt();
};

void TestAboutDialog::saysWhatIsInsideAndCopiesIt()
{
    QFETCH(QString, language);
    const support::Translated speaks(language);
    QCoreApplication::setApplicationVersion(u"1.2.3"_s);
    WindowTest it;
    it.window.offerHelp({.parts = [] {
        return QList<widgets::ProgramPart>{{u"Qt"_s, u"6.4.2"_s, u"LGPL-3.0"_s},
                                           {u"QtKeychain"_s, {}, u"BSD-3-Clause"_s}};
    }});
    it.button(u"program"_s); // its menu has the entry
    auto *const menu = qobject_cast<widgets::ProgramMenu *>(it.button(u"program"_s)->menu());
    menu->entry(widgets::MenuEntry::About)->trigger();
    auto *const dialog = it.find<AboutDialog>();
    QVERIFY(dialog && dialog->isVisible());
    QVERIFY(!dialog->findChild<QLabel *>(u"title"_s)->text().isEmpty());
    dialog->findChild<QPushButton *>(u"copy"_s)->click();
    const QString copied = QGuiApplication::clipboard()->text();
    for (const QString &part :
         {u"Tallylight 1.2.3"_s, u"Apache"_s, u"Qt 6.4.2 · LGPL-3.0"_s, u"QtKeychain · BSD-3-Clause"_s})
        QVERIFY2(copied.contains(part), qPrintable(copied));
    QCOMPARE(dialog->accessibleDescription(), copied);
    for (QLabel *label : dialog->findChildren<QLabel *>())
        QVERIFY2(label->heightForWidth(label->width()) <= label->height(), qPrintable(label->text()));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!it.find<AboutDialog>());
}

TALLY_GUI_TEST(TestAboutDialog)

} // namespace tst_aboutdialog
#include "tst_aboutdialog.moc"
