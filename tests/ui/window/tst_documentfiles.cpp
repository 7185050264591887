// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/planfile.h"
#include "core/plan/preset.h"
#include "tests/ui/window/windowtest.h"

#include <QFile>
#include <QFileDialog>
#include <QMimeData>
#include <QSignalSpy>

using namespace pipegantt;
using namespace Qt::StringLiterals;

/// Opening, saving, dropping, the question before work is lost, and the session.
class tst_documentfiles : public test::WindowTest
{
    Q_OBJECT

private slots:
    void initTestCase() { loadBundledFonts(); }
    void init() { openAfresh(); }
    void cleanup() { closeAll(); }

    void opensAndSaves()
    {
        edit(27);
        QVERIFY(m_window->document().save(path(u"a.pgantt"_s)));
        QVERIFY(m_window->windowTitle().startsWith(u"a"_s));
        m_window->document().start(Plan());
        QVERIFY(m_window->files().open(path(u"a.pgantt"_s)));
        QCOMPARE(plan().microbatches, 27);
        QCOMPARE(m_settings->recentFiles(), QStringList {path(u"a.pgantt"_s)});
    }

    void badFileIsASentence()
    {
        QFile file(path(u"bad.pgantt"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{ \"format\": ");
        file.close();
        const auto words = answer(QMessageBox::Ok);
        QVERIFY(!m_window->files().open(file.fileName()));
        QVERIFY2(words->contains(u"JSON"_s), qPrintable(*words));
        QCOMPARE(plan(), Plan());
        QVERIFY(m_window->document().path().isEmpty());
    }

    void asksBeforeWorkIsLost_data()
    {
        QTest::addColumn<QMessageBox::StandardButton>("button");
        QTest::addColumn<bool>("left");
        QTest::newRow("cancel") << QMessageBox::Cancel << false;
        QTest::newRow("discard") << QMessageBox::Discard << true;
        QTest::newRow("save") << QMessageBox::Save << true;
    }

    void asksBeforeWorkIsLost()
    {
        QFETCH(QMessageBox::StandardButton, button);
        QFETCH(bool, left);
        QVERIFY(m_window->document().save(path(u"a.pgantt"_s)));
        edit(27);
        const auto words = answer(button);
        m_window->files().createNew();
        QVERIFY(!words->isEmpty());
        QCOMPARE(plan().microbatches, left ? 8 : 27);
        QCOMPARE(m_window->document().isModified(), !left);
        PlanDocument stored;
        QVERIFY(stored.load(path(u"a.pgantt"_s)));
        QCOMPARE(stored.plan().microbatches, button == QMessageBox::Save ? 27 : 8);
    }

    void closingAsksToo()
    {
        edit(27);
        answer(QMessageBox::Cancel);
        QVERIFY(!m_window->close());
        QVERIFY(m_window->isVisible());
        answer(QMessageBox::Discard);
        QVERIFY(m_window->close());
    }

    void dropOpensAPlan()
    {
        PlanDocument other;
        Plan dropped;
        dropped.stages = 6;
        other.start(dropped);
        QVERIFY(other.save(path(u"b.pgantt"_s)));
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path(u"b.pgantt"_s))});
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(m_window.get(), &drop);
        QTRY_COMPARE(plan().stages, 6);
    }

    void sessionComesBackWithUnsavedEdits()
    {
        QVERIFY(m_window->document().save(path(u"a.pgantt"_s)));
        edit(27);
        // As if the machine had gone down: the edits are kept without a question.
        QTRY_VERIFY(m_settings->value(setting::kPlan).contains(u"27"_s));
        m_window.reset();
        open();
        m_window->restore();
        QCOMPARE(plan().microbatches, 27);
        QVERIFY(m_window->document().isModified());
        QCOMPARE(m_window->document().path(), path(u"a.pgantt"_s));
    }

    void fileAtStartLeavesUnsavedEditsForLater()
    {
        PlanDocument other;
        Plan given;
        given.stages = 6;
        other.start(given);
        QVERIFY(other.save(path(u"b.pgantt"_s)));
        edit(27);
        QTRY_VERIFY(m_settings->value(setting::kPlan).contains(u"27"_s));
        m_window.reset();

        open();
        m_window->restoreLayout();
        QVERIFY(!m_window->document().isModified());
        // Without a question, which nobody would answer here.
        QVERIFY(m_window->files().open(path(u"b.pgantt"_s)));
        QCOMPARE(plan().stages, 6);
        QVERIFY(m_window->close());
        m_window.reset();

        open();
        m_window->restore();
        QCOMPARE(plan().microbatches, 27);
        QVERIFY(m_window->document().isModified());
    }

    void firstSaveProposesABareName()
    {
        QString proposed;
        QString folder;
        QTimer timer;
        timer.setInterval(10);
        connect(&timer, &QTimer::timeout, this, [&] {
            auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
            if (dialog == nullptr)
                return;
            timer.stop();
            folder = dialog->directory().absolutePath();
            proposed = dialog->findChild<QLineEdit*>(u"fileNameEdit"_s)->text();
            dialog->reject();
        });
        timer.start();
        QVERIFY(!m_window->files().saveAs());
        QCOMPARE(proposed, u"pipeline.pgantt"_s);
        QVERIFY(QFileInfo(folder).isDir());
    }

    void discardedEditsDoNotComeBack()
    {
        edit(27);
        answer(QMessageBox::Discard);
        QVERIFY(m_window->close());
        m_window.reset();
        open();
        m_window->restore();
        QCOMPARE(plan(), Plan());
    }
};

QTEST_MAIN(tst_documentfiles)
#include "tst_documentfiles.moc"
