// What any Qt program with such a window needs: a table, a tray icon, a socket and TLS. The start of the
// desktop is compared with it.
#include <QApplication>
#include <QMainWindow>
#include <QSslSocket>
#include <QSystemTrayIcon>
#include <QTableWidget>

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QMainWindow window;
    window.setCentralWidget(new QTableWidget(10, 4));
    QSslSocket socket;
    (void)QSslSocket::supportsSsl();
    QSystemTrayIcon tray(QIcon(QPixmap(22, 22)));
    tray.show();
    window.resize(420, 640);
    window.show();
    return QApplication::exec();
}
