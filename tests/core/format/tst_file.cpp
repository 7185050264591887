// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/sentence.h"
#include "core/format/file.h"
#include "tests/support/failonwarning.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace pipegantt;
using namespace Qt::StringLiterals;

class TestFile : public QObject
{
    Q_OBJECT

    QTemporaryDir m_directory;

    QString path(const QString& name) const { return m_directory.filePath(name); }

    static QByteArray content(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be opened");
    }

    QStringList entries() const
    {
        return QDir(m_directory.path())
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    }

private slots:
    void init()
    {
        test::failOnWarning();
        QVERIFY(m_directory.isValid());
        for (const QString& name : entries())
            QVERIFY(QFile::remove(path(name)) || QDir(path(name)).removeRecursively());
    }

    void writesNewFile()
    {
        const QString file = path(u"a.pgantt"_s);
        QVERIFY(writeFileAtomically(file.toStdString(), "one"));
        QCOMPARE(content(file), "one");
        QCOMPARE(entries(), QStringList {u"a.pgantt"_s});
        const mode_t mask = ::umask(0);
        ::umask(mask);
        struct stat status
        {
        };
        QCOMPARE(::stat(qPrintable(file), &status), 0);
        QCOMPARE(status.st_mode & 07777U, 0666U & ~mask);
    }

    void keepsPermissionsOfAnExistingFile()
    {
        const QString file = path(u"a"_s);
        QVERIFY(writeFileAtomically(file.toStdString(), "one"));
        QCOMPARE(::chmod(qPrintable(file), 0640), 0);
        QVERIFY(writeFileAtomically(file.toStdString(), ""));
        QCOMPARE(content(file), "");
        struct stat status
        {
        };
        QCOMPARE(::stat(qPrintable(file), &status), 0);
        QCOMPARE(status.st_mode & 07777U, 0640U);
    }

    void writesThroughLinks()
    {
        QVERIFY(QDir(m_directory.path()).mkdir(u"sub"_s));
        const QString target = path(u"sub/target"_s);
        QVERIFY(QFile::link(u"sub/target"_s, path(u"first"_s)));
        QVERIFY(QFile::link(u"first"_s, path(u"second"_s)));
        for (const char* const bytes : {"new", "again"}) {
            QVERIFY(writeFileAtomically(path(u"second"_s).toStdString(), bytes));
            QCOMPARE(content(target), QByteArray(bytes));
            QVERIFY(QFileInfo(path(u"second"_s)).isSymLink());
            QVERIFY(QFileInfo(path(u"first"_s)).isSymLink());
        }
    }

    void acceptsTheLongestName()
    {
        const QString file = path(QString(255, u'x'));
        QVERIFY(writeFileAtomically(file.toStdString(), "one"));
        QCOMPARE(content(file), "one");
    }

    void refusesBadTargets_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("reason");
        QTest::newRow("a directory") << u"directory"_s << u"Is a directory"_s;
        QTest::newRow("a missing directory") << u"missing/a"_s << u"No such file or directory"_s;
        QTest::newRow("a new directory") << u"missing/"_s << u"No such file or directory"_s;
        QTest::newRow("a file as a directory") << u"file/a"_s << u"Not a directory"_s;
        QTest::newRow("a name too long") << QString(256, u'x') << u"File name too long"_s;
        QTest::newRow("links in a circle") << u"circle"_s << u"Too many levels"_s;
        QTest::newRow("a link into a missing directory")
            << u"dangling"_s << u"No such file or directory"_s;
        QTest::newRow("a full disk") << u"full"_s << u"No space left on device"_s;
    }
    void refusesBadTargets()
    {
        QFETCH(QString, name);
        QFETCH(QString, reason);
        QVERIFY(QDir(m_directory.path()).mkdir(u"directory"_s));
        QVERIFY(writeFileAtomically(path(u"file"_s).toStdString(), "kept"));
        QVERIFY(QFile::link(u"circle"_s, path(u"circle"_s)));
        QVERIFY(QFile::link(u"missing/a"_s, path(u"dangling"_s)));
        QVERIFY(QFile::link(u"/dev/full"_s, path(u"full"_s)));
        const QStringList before = entries();

        const Result<void> written = writeFileAtomically(path(name).toStdString(), "bytes");
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::CannotWrite);
        QCOMPARE(written.error().facts[0], path(name).toStdString());
        const QString said = QString::fromStdString(sentence(written.error()));
        QVERIFY2(said.contains(reason), qPrintable(said));
        QCOMPARE(entries(), before);
        QCOMPARE(content(path(u"file"_s)), "kept");
    }

    void writesDevicesDirectly()
    {
        QVERIFY(writeFileAtomically("/dev/null", "bytes"));
        QVERIFY(!QFileInfo(u"/dev/null"_s).isFile());
    }

    void readsWholeFile()
    {
        const QString file = path(u"a"_s);
        const std::string bytes(200'000, 'x');
        QVERIFY(writeFileAtomically(file.toStdString(), bytes));
        QVERIFY(readFile(file.toStdString(), bytes.size()) == bytes);
        const Result<std::string> larger = readFile(file.toStdString(), bytes.size() - 1);
        QVERIFY(!larger);
        QCOMPARE(larger.error(),
            Error(ErrorCode::FileTooLarge, {file.toStdString(), "200000", "199999"}));
    }

    void refusesToRead_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("reason");
        const int cannot = static_cast<int>(ErrorCode::CannotRead);
        QTest::newRow("missing") << path(u"missing"_s) << cannot << u"No such file or directory"_s;
        QTest::newRow("no name") << QString() << cannot << u"No such file or directory"_s;
        QTest::newRow("a directory") << m_directory.path() << cannot << u"Is a directory"_s;
        QTest::newRow("endless") << u"/dev/zero"_s << static_cast<int>(ErrorCode::FileTooLarge)
                                 << u"at most 1000"_s;
    }
    void refusesToRead()
    {
        QFETCH(QString, file);
        QFETCH(int, code);
        QFETCH(QString, reason);
        const Result<std::string> bytes = readFile(file.toStdString(), 1000);
        QVERIFY(!bytes);
        QCOMPARE(static_cast<int>(bytes.error().code), code);
        const QString said = QString::fromStdString(sentence(bytes.error()));
        QVERIFY2(said.contains(reason), qPrintable(said));
    }
};

QTEST_APPLESS_MAIN(TestFile)
#include "tst_file.moc"
