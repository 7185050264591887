// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/display.h"
#include "app/window/screenshot.h"
#include "core/base/sentence.h"
#include "core/base/version.h"
#include "ui/settings/settings.h"
#include "ui/text/language.h"
#include "ui/theme/theme.h"
#include "ui/theme/themechoice.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QFileInfo>
#include <QSettings>
#include <QTemporaryDir>

#include <CLI/CLI.hpp>

#include <cstdio>
#include <optional>
#include <string>

namespace {

using namespace pipegantt;
using namespace Qt::StringLiterals;

// As those of pipegantt-cli.
constexpr int kUnreadable = 1;
constexpr int kUsage = 2;
constexpr int kInvalid = 4;

/// What the command line asks for.
struct Request
{
    std::string file;
    std::string language;
    std::string theme;
    std::string screenshot;
    std::string size;
    bool schedules = false;
};

QSize pixels(const std::string& text)
{
    const QString size = QString::fromStdString(text);
    return {size.section(u'x', 0, 0).toInt(), size.section(u'x', 1).toInt()};
}

std::string checkSize(const std::string& text)
{
    const QSize size = pixels(text);
    const bool good = size.width() >= 320 && size.height() >= 240 && size.width() <= 16384
        && size.height() <= 16384;
    return good ? std::string() : "“" + text + "” is no size from 320x240 to 16384x16384";
}

/// Reads the command line; an exit status where there is nothing more to do.
std::optional<int> read(int argc, char** argv, Request& request)
{
    CLI::App options("Shows pipeline-parallel training schedules in a window.", "pipegantt");
    options.set_version_flag("--version", "pipegantt " + std::string(kVersion));
    options.add_option("FILE", request.file, "a plan to open (*.pgantt)");
    options.add_option("--lang", request.language, "language of the window: en or zh_CN")
        ->check(CLI::IsMember({"en", "zh_CN"}));
    options.add_option("--theme", request.theme, "colours: light, dark or system")
        ->check(CLI::IsMember({"light", "dark", "system"}));
    options.add_option("--screenshot", request.screenshot,
        "write a picture of the window to this file and leave; needs no display");
    options.add_option("--size", request.size, "size of the window, for example 1440x900")
        ->check(checkSize);
    options.add_flag("--schedules", request.schedules, "open the browser of schedules at once");
    try {
        options.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return options.exit(error) == 0 ? 0 : kUsage;
    }
    return std::nullopt;
}

int start(int argc, char** argv, const Request& request)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"PipeGantt"_s);
    QApplication::setOrganizationName(u"PipeGantt"_s);
    QApplication::setApplicationVersion(QString::fromUtf8(kVersion.data()));
    QApplication::setDesktopFileName(u"io.github.pipegantt.PipeGantt"_s);
    loadBundledFonts();
    isSystemDark();

    // A picture shows the program as it is on the first day, whatever this machine remembers.
    const bool picture = !request.screenshot.empty();
    const QTemporaryDir forgotten;
    QSettings store(picture
            ? forgotten.filePath(u"settings.ini"_s)
            : QSettings(QSettings::IniFormat, QSettings::UserScope, u"PipeGantt"_s, u"PipeGantt"_s)
                  .fileName(),
        QSettings::IniFormat);
    Settings settings(store);

    Language language;
    const QString stored = settings.value(setting::kLanguage);
    language.use(!request.language.empty() ? QString::fromStdString(request.language)
            : !stored.isEmpty() || picture ? stored
                                           : Language::ofSystem());
    MainWindow window(settings, language);
    if (!request.theme.empty())
        window.setThemeChoice(themeChoiceFromId(QString::fromStdString(request.theme)));
    if (!picture && request.file.empty())
        window.restore();
    else if (!picture)
        window.restoreLayout();
    if (!request.size.empty())
        window.resize(pixels(request.size));
    window.show();
    const QString file = QString::fromLocal8Bit(request.file.data());
    if (!request.file.empty() && !picture) {
        window.files().open(file);
    } else if (!request.file.empty()) {
        // Nobody is there to close a dialog.
        const Result<void> loaded = window.document().load(QFileInfo(file).absoluteFilePath());
        if (!loaded) {
            std::fprintf(stderr, "pipegantt: %s\n", sentence(loaded.error()).c_str());
            return category(loaded.error().code) == ErrorCategory::InputOutput ? kUnreadable
                                                                               : kInvalid;
        }
    }
    if (request.schedules)
        window.actions()[ActionId::Schedules]->trigger();
    if (picture)
        takeScreenshot(window, QString::fromLocal8Bit(request.screenshot.data()));
    return QApplication::exec();
}

} // namespace

int main(int argc, char** argv)
{
    Request request;
    if (const std::optional<int> status = read(argc, argv, request))
        return *status;
    if (!request.screenshot.empty() && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    if (const std::string trouble = displayTrouble(); !trouble.empty()) {
        std::fprintf(stderr,
            "pipegantt: %s Without a display, pipegantt-cli simulates and draws: pipegantt-cli "
            "--help\n",
            trouble.c_str());
        return 1;
    }
    return start(argc, argv, request);
}
