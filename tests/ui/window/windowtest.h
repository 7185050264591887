// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/failonwarning.h"
#include "ui/plan/numberslider.h"
#include "ui/theme/theme.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <memory>

namespace pipegantt::test {

using namespace Qt::StringLiterals;

/// The whole window, driven as a person does, with settings of its own.
class WindowTest : public QObject
{
protected:
    /// Call from `init()`.
    void openAfresh()
    {
        failOnWarning();
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<QSettings>(path(u"settings.ini"_s), QSettings::IniFormat);
        m_settings = std::make_unique<Settings>(*m_store);
        m_language = std::make_unique<Language>();
        open();
    }

    /// Call from `cleanup()`.
    void closeAll()
    {
        m_window.reset();
        m_language.reset();
    }

    [[nodiscard]] const Plan& plan() const { return m_window->document().plan(); }

    [[nodiscard]] QLineEdit* field(const QString& key) const
    {
        return m_window->findChild<NumberSlider*>(key)->field();
    }

    void open()
    {
        m_window = std::make_unique<MainWindow>(*m_settings, *m_language);
        m_window->resize(1280, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTRY_VERIFY(m_window->run());
    }

    /// Presses `button` of the next question, and keeps its words.
    std::shared_ptr<QString> answer(QMessageBox::StandardButton button)
    {
        auto words = std::make_shared<QString>();
        auto* timer = new QTimer(this);
        timer->setInterval(10);
        connect(timer, &QTimer::timeout, this, [timer, words, button] {
            auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
            if (box == nullptr)
                return;
            *words = box->text() + u'\n' + box->informativeText();
            timer->deleteLater();
            timer->stop();
            box->button(button)->click();
        });
        timer->start();
        return words;
    }

    void edit(int microbatches)
    {
        Plan changed = plan();
        changed.microbatches = microbatches;
        m_window->document().change(changed, u"edit"_s);
    }

    [[nodiscard]] QString path(const QString& name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_store;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Language> m_language;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace pipegantt::test
