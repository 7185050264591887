// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/export.h"

#include "app/cli/output.h"
#include "app/cli/planoptions.h"
#include "core/base/decimal.h"
#include "core/figure/layout.h"
#include "core/figure/svg.h"
#include "core/format/file.h"
#include "core/format/jsonwriter.h"
#include "core/format/planfile.h"
#include "core/format/quotable.h"
#include "core/format/resultcsv.h"
#include "core/format/resultjson.h"
#include "core/run/run.h"

#ifdef PIPEGANTT_HAS_PAINT
#include "ui/export/bundledfont.h"
#include "ui/export/pagepainter.h"
#endif

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string>

namespace pipegantt {
namespace {

struct ExportOptions
{
    std::string file;
    bool json = false;
    // As written; empty where the option is not given.
    std::string width;
    std::string dpi;
    std::string language;
    std::string theme;
};

constexpr double kDefaultDpi = 300;

/// `174mm` or `174`.
Result<double> millimetres(std::string_view text)
{
    constexpr std::string_view kUnit = "mm";
    constexpr std::int64_t kScale = 1000;
    std::string_view number = text;
    if (number.ends_with(kUnit))
        number.remove_suffix(kUnit.size());
    const auto thousandths = parseDecimal(number, kScale);
    if (!thousandths && thousandths.error() == DecimalFault::NotANumber)
        return failure(ErrorCode::NotANumber, {"width", quotable(text)});
    if (!thousandths && thousandths.error() == DecimalFault::TooFine)
        return failure(ErrorCode::TooFine, {"width", quotable(text), "0.001mm"});
    const double width = thousandths ? static_cast<double>(*thousandths) / kScale : 0;
    if (width < kLeastFigureMm || width > kMostFigureMm) {
        return failure(ErrorCode::OutOfRange,
            {"width", quotable(text),
                decimalText(static_cast<std::int64_t>(kLeastFigureMm), 1) + "mm",
                decimalText(static_cast<std::int64_t>(kMostFigureMm), 1) + "mm"});
    }
    return width;
}

#ifdef PIPEGANTT_HAS_PAINT

/// Whole dots per inch, within the painter's range.
Result<double> dotsPerInch(std::string_view text)
{
    const auto dpi = parseDecimal(text, 1);
    if (!dpi && dpi.error() == DecimalFault::NotANumber)
        return failure(ErrorCode::NotANumber, {"dpi", quotable(text)});
    const std::string least = std::to_string(static_cast<int>(kLeastDpi));
    const std::string most = std::to_string(static_cast<int>(kMostDpi));
    if (!dpi && dpi.error() == DecimalFault::TooFine)
        return failure(ErrorCode::NotWhole, {"dpi", quotable(text), least, most});
    const double value = dpi ? static_cast<double>(*dpi) : 0;
    if (value < kLeastDpi || value > kMostDpi)
        return failure(ErrorCode::OutOfRange, {"dpi", quotable(text), least, most});
    return value;
}

#endif

/// What a picture is to look like.
struct PictureOptions
{
    FigureOptions figure;
    double dpi = kDefaultDpi;
};

Result<PictureOptions> pictureOptions(const ExportOptions& options)
{
    PictureOptions picture;
    FigureOptions& figure = picture.figure;
    if (!options.width.empty()) {
        const Result<double> width = millimetres(options.width);
        if (!width)
            return failure(width);
        figure.widthMm = *width;
    }
    if (!options.language.empty()) {
        const std::optional<FigureWords> words = wordsFor(options.language);
        if (!words) {
            return failure(
                ErrorCode::UnknownChoice, {"lang", quotable(options.language), "en, zh_CN"});
        }
        figure.words = *words;
    }
    if (options.theme == "dark") {
        figure.look = &darkLook();
    } else if (!options.theme.empty() && options.theme != "light") {
        return failure(ErrorCode::UnknownChoice, {"theme", quotable(options.theme), "light, dark"});
    }
#ifdef PIPEGANTT_HAS_PAINT
    if (!options.dpi.empty()) {
        const Result<double> dpi = dotsPerInch(options.dpi);
        if (!dpi)
            return failure(dpi);
        picture.dpi = *dpi;
    }
#endif
    return picture;
}

Result<Page> page(const Run& run, const PictureOptions& picture)
{
    FigureOptions figure = picture.figure;
    figure.planText = planText(run.plan);
    return layoutPage({run.plan, run.schedule, run.timeline, run.metrics, run.part()}, figure);
}

Result<std::string> svg(const Run& run, const PictureOptions& picture)
{
    return page(run, picture).map(svgText);
}

#ifdef PIPEGANTT_HAS_PAINT

Result<std::string> png(const Run& run, const PictureOptions& picture)
{
    return page(run, picture).and_then([&](const Page& page) {
        ensureGuiApplication();
        return pagePng(page, picture.dpi);
    });
}

Result<std::string> pdf(const Run& run, const PictureOptions& picture)
{
    return page(run, picture).and_then([](const Page& page) {
        ensureGuiApplication();
        return pagePdf(page);
    });
}

#endif

Result<std::string> csv(const Run& run, const PictureOptions&)
{
    if (run.excerpt)
        return tl::unexpected(tooManyOperations(run.plan));
    return operationsCsv(run);
}

Result<std::string> json(const Run& run, const PictureOptions&)
{
    return resultJson(run);
}

Result<std::string> pgantt(const Run& run, const PictureOptions&)
{
    return planText(run.plan);
}

/// A kind of file that can be written, known by its suffix.
struct ExportFormat
{
    std::string_view suffix;
    /// Null where this build cannot write it.
    Result<std::string> (*bytes)(const Run& run, const PictureOptions& picture);
};

#ifndef PIPEGANTT_HAS_PAINT
constexpr std::nullptr_t png = nullptr;
constexpr std::nullptr_t pdf = nullptr;
#endif

constexpr std::array kFormats {
    ExportFormat {".svg", svg},
    ExportFormat {".png", png},
    ExportFormat {".pdf", pdf},
    ExportFormat {".csv", csv},
    ExportFormat {".json", json},
    ExportFormat {kPlanFileSuffix, pgantt},
};

std::string suffixes()
{
    std::string list;
    for (const ExportFormat& format : kFormats)
        list += (list.empty() ? "" : ", ") + std::string(format.suffix);
    return list;
}

std::string report(std::string_view file, std::string_view suffix, std::size_t bytes)
{
    JsonWriter json;
    json.beginObject();
    json.key("file");
    json.string(file);
    json.key("format");
    json.string(suffix.substr(1));
    json.key("bytes");
    json.number(static_cast<std::int64_t>(bytes));
    json.endObject();
    return json.finish();
}

ExitCode exportPlan(const PlanOptions& planOptions, const ExportOptions& options)
{
    // A name that asks for a trace must not be answered with a result.
    const bool trace = options.file.ends_with(".trace.json");
    const auto format = std::ranges::find_if(kFormats,
        [&](const ExportFormat& known) { return !trace && options.file.ends_with(known.suffix); });
    if (format == kFormats.end())
        return fail(Error(ErrorCode::CannotExport, {options.file, suffixes()}));
    if (format->bytes == nullptr)
        return fail(Error(ErrorCode::BuiltWithoutQt, {options.file}));
    const Result<PictureOptions> picture = pictureOptions(options);
    if (!picture)
        return fail(picture.error());
    const auto plan = planOptions.plan();
    if (!plan)
        return fail(plan.error());
    const Result<Run> result = run(*plan);
    if (!result)
        return fail(result.error());
    const Result<std::string> bytes = format->bytes(*result, *picture);
    if (!bytes)
        return fail(bytes.error());
    if (const Result<void> written = writeFileAtomically(options.file, *bytes); !written)
        return fail(written.error());
    return options.json ? print(report(options.file, format->suffix, bytes->size())) : ExitCode::Ok;
}

} // namespace

void addExportCommand(CLI::App& app, std::function<ExitCode()>& action)
{
    CLI::App* const command = app.add_subcommand(
        "export", "Write the picture or the data of a plan, or the plan itself, to a file");
    const auto options = std::make_shared<ExportOptions>();
    command
        ->add_option(
            "-o,--output", options->file, "The file to write; its suffix says what: " + suffixes())
        ->type_name("FILE")
        ->required();
    command->add_option("--width", options->width, "Width of the picture; the default is 174mm")
        ->type_name("MM");
    command
        ->add_option(
            "--dpi", options->dpi, "Resolution of a PNG in dots per inch; the default is 300")
        ->type_name("N");
    command
        ->add_option(
            "--lang", options->language, "Language of the picture: en or zh_CN; the default is en")
        ->type_name("LANG");
    command
        ->add_option("--theme", options->theme,
            "Colours of the picture: light or dark; the default is light")
        ->type_name("THEME");
    command->add_flag("--json", options->json, "Print what was written as JSON");
    const auto planOptions = PlanOptions::addTo(*command);
    command->callback([&action, planOptions, options] {
        action = [planOptions, options] { return exportPlan(*planOptions, *options); };
    });
}

} // namespace pipegantt
