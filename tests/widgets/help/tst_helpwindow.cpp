#include "support/testprogram.h"
#include "support/translated.h"
#include "widgets/windowtest.h"

#include "presentation/words/errorwords.h"
#include "widgets/help/helpbrowser.h"
#include "widgets/help/helppages.h"
#include "widgets/help/helpwindow.h"
#include "widgets/parts/appearance.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollBar>

namespace tst_helpwindow {

using namespace Qt::StringLiterals;
using widgets::HelpBrowser;
using widgets::HelpWindow;

namespace {

widgets::HelpSource someSource()
{
    return {.facts = [] {
        return widgets::HelpFacts{.inWindow = model::KeyTable::inWindow(),
                                  .places = {.settings = u"/home/somebody/"_s + QString(300, u'x')}};
    }};
}

struct Help
{
    Help()
    {
        window.resize(860, 640);
        window.show();
    }
    ~Help() { delete kept; }
    template <class Widget>
    Widget *part(const QString &name) const
    {
        return window.findChild<Widget *>(name);
    }
    HelpBrowser *page() const { return window.findChild<HelpBrowser *>(); }
    void find(const QString &words) const { part<QLineEdit>(u"find"_s)->setText(words); }
    QString found() const { return part<QLabel>(u"found"_s)->text(); }

    presentation::Theme theme{presentation::ThemeChoice::Light};
    widgets::Appearance appearance{theme};
    HelpWindow &window = *new HelpWindow(theme, someSource());
    QPointer<HelpWindow> kept{&window};
};

} // namespace

class TestHelpWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensOnceByKey();
    void pagesAreReachedByListAndLink();
    void searchCountsAndGoesThroughAllPages();
    void escapeEndsTheSearchThenCloses();
    void copiesThePageOrWhatIsChosen();
    void opensNothingElse();
    void nothingIsCutWhenNarrow_data();
    void nothingIsCutWhenNarrow();
    void followsTheTheme();
};

void TestHelpWindow::opensOnceByKey()
{
    WindowTest it;
    it.window.offerHelp(someSource());
    const auto helps = [] {
        int count = 0;
        for (QWidget *window : QApplication::topLevelWidgets())
            count += qobject_cast<HelpWindow *>(window) && window->isVisible() ? 1 : 0;
        return count;
    };
    QCOMPARE(helps(), 0);
    it.window.perform(model::Command::Help);
    it.window.perform(model::Command::Help);
    QCOMPARE(helps(), 1);
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (auto *help = qobject_cast<HelpWindow *>(window)) {
            QVERIFY(!help->isModal());
            QVERIFY(help->screen()->availableGeometry().contains(help->geometry()));
        }
    }
}

void TestHelpWindow::pagesAreReachedByListAndLink()
{
    Help it;
    QCOMPARE(it.page()->page(), u"first-steps"_s);
    auto *const list = it.part<QListWidget>(u"pages"_s);
    QCOMPARE(list->count(), widgets::helpPages().size());
    list->setFocus();
    QCOMPARE(list->currentRow(), 0);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Down);
    QCOMPARE(it.page()->page(), u"lights"_s);
    Q_EMIT it.page()->anchorClicked(QUrl(u"help:pausing"_s));
    QCOMPARE(it.page()->page(), u"pausing"_s);
    QCOMPARE(list->currentRow(), 4);
    it.part<QPushButton>(u"back"_s)->click();
    QCOMPARE(it.page()->page(), u"lights"_s);
    QCOMPARE(list->currentRow(), 1);
    it.part<QPushButton>(u"forward"_s)->click();
    QCOMPARE(it.page()->page(), u"pausing"_s);
    QVERIFY(!it.part<QPushButton>(u"forward"_s)->isEnabled());
}

void TestHelpWindow::searchCountsAndGoesThroughAllPages()
{
    const support::Translated speaks(u"en"_s); // its plurals
    Help it;
    it.find(u"no licence left"_s);
    QCOMPARE(it.found(), u"1 time on one page."_s);
    QTest::keyClick(it.part<QLineEdit>(u"find"_s), Qt::Key_Return);
    QCOMPARE(it.page()->page(), u"errors"_s);
    QCOMPARE(it.page()->textCursor().selectedText(), u"no licence left"_s);
    it.find(u"pci dss"_s);
    QVERIFY(it.found().contains(u"pages"_s));
    QVERIFY(it.part<QListWidget>(u"pages"_s)->item(4)->text().endsWith(u")"_s));
    QSet<QString> seen;
    for (int i = 0; i < 30; ++i) {
        it.part<QPushButton>(u"next"_s)->click();
        QCOMPARE(it.page()->textCursor().selectedText().toLower(), u"pci dss"_s);
        seen.insert(it.page()->page());
    }
    QVERIFY(seen.size() >= 2);
    it.find(u"zzzz"_s);
    QVERIFY(!it.part<QPushButton>(u"next"_s)->isEnabled());
}

void TestHelpWindow::escapeEndsTheSearchThenCloses()
{
    Help it;
    it.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&it.window));
    it.find(u"light"_s);
    QTest::keyClick(&it.window, Qt::Key_Escape);
    QVERIFY(it.part<QLineEdit>(u"find"_s)->text().isEmpty());
    QVERIFY(it.window.isVisible());
    QTest::keyClick(&it.window, Qt::Key_Escape);
    QTRY_VERIFY(!it.kept);
}

void TestHelpWindow::copiesThePageOrWhatIsChosen()
{
    Help it;
    it.part<QPushButton>(u"copy"_s)->click();
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"First steps"_s));
    it.find(u"certainly"_s);
    it.part<QPushButton>(u"next"_s)->click();
    it.part<QPushButton>(u"copy"_s)->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"certainly"_s);
}

void TestHelpWindow::opensNothingElse()
{
    Help it;
    for (const QString &link :
         {u"https://example.com/"_s, u"file:///etc/passwd"_s, u"help:nothing"_s, u"help:../../etc/passwd"_s})
        Q_EMIT it.page()->anchorClicked(QUrl(link));
    QCOMPARE(it.page()->page(), u"first-steps"_s);
    QVERIFY(!it.page()->loadResource(QTextDocument::ImageResource, QUrl(u"file:///etc/passwd"_s)).isValid());
    QVERIFY(!it.page()->loadResource(QTextDocument::HtmlResource, QUrl(u"file:///etc/passwd"_s)).isValid());
}

void TestHelpWindow::nothingIsCutWhenNarrow_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("isDark");
    for (const QString &language : {u"en"_s, u"de"_s}) {
        for (const bool isDark : {false, true})
            QTest::addRow("%s %s", qPrintable(language), isDark ? "dark" : "light") << language << isDark;
    }
}

void TestHelpWindow::nothingIsCutWhenNarrow()
{
    QFETCH(QString, language);
    QFETCH(bool, isDark);
    const support::Translated speaks(language);
    Help it;
    it.theme.setChoice(isDark ? presentation::ThemeChoice::Dark : presentation::ThemeChoice::Light);
    it.find(u"a"_s); // the footer is there, too
    it.window.resize(480, 640);
    QVERIFY(!it.part<QListWidget>(u"pages"_s)->isVisible());
    QVERIFY(it.part<QComboBox>(u"choice"_s)->isVisible());
    for (QPushButton *button : it.window.findChildren<QPushButton *>()) {
        if (button->isVisible())
            QVERIFY2(button->width() >= button->sizeHint().width(), qPrintable(button->text()));
    }
    for (const QString &page : widgets::helpPages()) {
        it.window.openPage(page);
        QCOMPARE(it.page()->page(), page);
        QVERIFY(!it.page()->toPlainText().isEmpty());
        QCoreApplication::processEvents();
        QVERIFY2(it.page()->horizontalScrollBar()->maximum() == 0,
                 qPrintable(page + QString::number(it.page()->horizontalScrollBar()->maximum())));
    }
}

void TestHelpWindow::followsTheTheme()
{
    Help it;
    it.window.openPage(u"lights"_s);
    it.page()->verticalScrollBar()->setValue(200);
    const QImage light = it.page()->grab().toImage();
    it.theme.setChoice(presentation::ThemeChoice::Dark);
    QCOMPARE(it.page()->page(), u"lights"_s);
    QCOMPARE(it.page()->verticalScrollBar()->value(), 200);
    QVERIFY(it.page()->grab().toImage() != light);
}

TALLY_GUI_TEST(TestHelpWindow)

} // namespace tst_helpwindow
#include "tst_helpwindow.moc"
