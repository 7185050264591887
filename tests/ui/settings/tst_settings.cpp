// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/failonwarning.h"
#include "ui/settings/settings.h"

#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace pipegantt;
using namespace Qt::StringLiterals;

class tst_settings : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    void rememberAcrossPrograms()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"settings.ini"_s);
        {
            QSettings store(path, QSettings::IniFormat);
            Settings settings(store);
            QCOMPARE(settings.value(setting::kTheme), u"system"_s);
            settings.set(setting::kTheme, u"dark"_s);
            settings.set(setting::kPlanModified, true);
            settings.set(setting::kGeometry, QByteArray("\0\x01geometry", 10));
            settings.set(setting::kPlan, u"{\n  \"方案\": 1\n}"_s);
        }
        QSettings store(path, QSettings::IniFormat);
        const Settings settings(store);
        QCOMPARE(settings.value(setting::kTheme), u"dark"_s);
        QCOMPARE(settings.value(setting::kPlanModified), true);
        QCOMPARE(settings.value(setting::kGeometry), QByteArray("\0\x01geometry", 10));
        QCOMPARE(settings.value(setting::kPlan), u"{\n  \"方案\": 1\n}"_s);
        QCOMPARE(settings.value(setting::kLanguage), QString());
    }

    void surviveADamagedFile()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"settings.ini"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[[[\x00\xff garbage\ntheme\n=\n");
        file.close();
        QSettings store(path, QSettings::IniFormat);
        const Settings settings(store);
        QCOMPARE(settings.value(setting::kTheme), u"system"_s);
        QVERIFY(settings.recentFiles().isEmpty());
    }

    void recentFilesAreNewestFirst()
    {
        const QTemporaryDir folder;
        QSettings store(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
        Settings settings(store);
        for (int i = 0; i < 20; ++i)
            settings.addRecentFile(u"/plans/%1.pgantt"_s.arg(i));
        settings.addRecentFile(u"/plans/15.pgantt"_s);
        QCOMPARE(settings.recentFiles().size(), 9);
        QCOMPARE(settings.recentFiles().constFirst(), u"/plans/15.pgantt"_s);
        QCOMPARE(settings.recentFiles().count(u"/plans/15.pgantt"_s), 1);
        settings.removeRecentFile(u"/plans/15.pgantt"_s);
        QVERIFY(!settings.recentFiles().contains(u"/plans/15.pgantt"_s));
    }

    void keysAreUnique()
    {
        const QSet<QByteArray> unique(setting::kKeys.begin(), setting::kKeys.end());
        QCOMPARE(unique.size(), static_cast<qsizetype>(setting::kKeys.size()));
    }
};

QTEST_GUILESS_MAIN(tst_settings)
#include "tst_settings.moc"
