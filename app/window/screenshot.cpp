// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/screenshot.h"

#include "ui/window/mainwindow.h"

#include <QCoreApplication>
#include <QPixmap>
#include <QThreadPool>
#include <QTimer>

#include <cstdio>

namespace pipegantt {

namespace {

constexpr int kPollMs = 50;
/// So many polls in a row must find nothing at work.
constexpr int kQuietPolls = 4;

} // namespace

void takeScreenshot(MainWindow& window, const QString& path)
{
    auto* timer = new QTimer(&window);
    timer->setInterval(kPollMs);
    QObject::connect(timer, &QTimer::timeout, &window, [&window, path, timer, quiet = 0]() mutable {
        const bool busy = !window.run() || QThreadPool::globalInstance()->activeThreadCount() > 0;
        quiet = busy ? 0 : quiet + 1;
        if (quiet < kQuietPolls)
            return;
        timer->stop();
        const bool written = window.grab().save(path);
        if (!written)
            std::fprintf(stderr, "pipegantt: Cannot write %s.\n", qPrintable(path));
        QCoreApplication::exit(written ? 0 : 1);
    });
    timer->start();
}

} // namespace pipegantt
