// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/failonwarning.h"
#include "ui/window/searchstrip.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace pipegantt;
using namespace Qt::StringLiterals;

class tst_searchstrip : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    void waitsBeforeItShows()
    {
        QWidget window;
        SearchStrip strip(&window);
        window.show();
        strip.follow(Plan {}, state(33, 30));
        QVERIFY(!strip.isVisible());
        QTRY_VERIFY(strip.isVisible());
        strip.end();
        QVERIFY(!strip.isVisible());
    }

    void saysHowFarItIs()
    {
        SearchStrip strip;
        const auto* words = strip.findChild<QLabel*>();
        strip.follow(Plan {}, state(33, 30));
        QCOMPARE(words->text(),
            u"Searching for a better order: 33 slots so far, at most 10.0 % above the bound."_s);
        strip.follow(Plan {}, state(33, 0));
        QCOMPARE(words->text(), u"Searching for a better order: 33 slots so far."_s);
    }

    void stopsByButtonAndByEscape()
    {
        QWidget window;
        SearchStrip strip(&window);
        QSignalSpy stopped(&strip, &SearchStrip::stopped);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window, Qt::Key_Escape);
        QCOMPARE(stopped.count(), 0);
        strip.follow(Plan {}, state(33, 30));
        QTRY_VERIFY(strip.isVisible());
        QTest::keyClick(&window, Qt::Key_Escape);
        QCOMPARE(stopped.count(), 1);
        strip.findChild<QPushButton*>()->click();
        QCOMPARE(stopped.count(), 2);
    }

private:
    static SearchState state(int best, int bound)
    {
        const std::int64_t slot = unitDuration(TimeUnit::Slots).count();
        return {best * slot, bound * slot};
    }
};

QTEST_MAIN(tst_searchstrip)
#include "tst_searchstrip.moc"
