// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/measure.h"

#include "app/cli/interrupt.h"
#include "app/cli/measuretext.h"
#include "app/cli/output.h"
#include "app/cli/textlines.h"
#include "core/base/sentence.h"
#include "core/format/file.h"
#include "core/format/quotable.h"
#include "core/format/timesfile.h"
#include "core/format/wholenumber.h"
#include "core/model/modelpreset.h"
#include "gpu/device/devices.h"
#include "gpu/measure/measure.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <unistd.h>
#include <vector>

namespace pipegantt {
namespace {

/// Back to the start of the line, and what stood there is gone.
constexpr const char* kWipe = "\r\x1b[K";

struct Options
{
    std::string model;
    std::string layers = "1";
    std::string sizes = "1,2,4,8";
    std::string sequence;
    std::string tensorParallel = "1";
    std::string rounds = "5";
    std::string type;
    std::string device = "cpu";
    std::string output;
    bool layersOnly = false;
    bool add = false;
    bool json = false;
};

/// Of the models whose stages are measured.
std::string denseModelIds()
{
    std::string ids;
    for (const ModelPreset& preset : modelPresets()) {
        if (preset.shape.experts.count == 0)
            ids += (ids.empty() ? "" : ", ") + preset.shape.id;
    }
    return ids;
}

/// Errors of values name what was written, quotably.
template <class T>
Result<T> quotably(Result<T> result)
{
    if (!result && result.error().facts.size() > 1)
        result.error().facts[1] = quotable(result.error().facts[1]);
    return result;
}

Result<std::int64_t> number(std::string_view name, const std::string& text, std::int64_t most)
{
    return quotably(wholeNumber(name, text, 1, most));
}

Result<std::vector<std::int64_t>> sizes(const std::string& text)
{
    std::vector<std::int64_t> list;
    for (const std::string& part : splitAtCommas(text)) {
        const Result<std::int64_t> size = number("micro-batch-sizes", part, kMostMicrobatchSize);
        if (!size)
            return failure(size);
        list.push_back(*size);
    }
    std::ranges::sort(list);
    list.erase(std::unique(list.begin(), list.end()), list.end());
    return list;
}

Result<MeasureRequest> readRequest(const Options& options)
{
    MeasureRequest request;
    request.ends = !options.layersOnly;
    const Result<ModelShape> model = quotably(modelFromId(options.model));
    if (!model)
        return failure(model);
    request.stage.model = *model;
    request.stage.sequence = model->sequence;
    const auto put = [](auto& target, const Result<std::int64_t>& value) -> Result<void> {
        if (!value)
            return failure(value);
        target = static_cast<std::remove_reference_t<decltype(target)>>(*value);
        return {};
    };
    const Result<void> read =
        put(request.stage.layers, number("layers-per-stage", options.layers, model->layers))
            .and_then([&] {
                return options.sequence.empty()
                    ? Result<void>()
                    : put(request.stage.sequence,
                        number("sequence", options.sequence, kMostSequence));
            })
            .and_then([&] {
                return put(request.stage.tensorParallel,
                    number("tensor-parallel", options.tensorParallel, 1024));
            })
            .and_then(
                [&] { return put(request.rounds, number("rounds", options.rounds, kMostRounds)); });
    if (!read)
        return failure(read);
    for (const ElementType type : {ElementType::Float32, ElementType::Bfloat16}) {
        if (options.type == elementName(type))
            request.element = type;
    }
    if (!options.type.empty() && !request.element) {
        return failure(
            ErrorCode::UnknownChoice, {"type", quotable(options.type), "float32, bfloat16"});
    }
    const Result<std::vector<std::int64_t>> list = sizes(options.sizes);
    if (!list)
        return failure(list);
    request.sizes = *list;
    return request;
}

/// One line on the standard error that follows the measurement: on a terminal in place, elsewhere
/// a line for each size and part.
class ProgressLine
{
public:
    ~ProgressLine()
    {
        if (m_terminal && m_shown)
            tell(kWipe);
    }

    void show(const MeasureState& state)
    {
        const bool sameStep =
            m_shown && state.microbatch == m_last.microbatch && state.part == m_last.part;
        m_last = state;
        m_shown = true;
        if (m_terminal)
            tell(kWipe + std::string("measuring (Ctrl+C ends it): ") + progressText(state));
        else if (!sameStep)
            tell("measuring " + progressText(state) + '\n');
    }

private:
    static void tell(const std::string& words)
    {
        // Where even the standard error is gone there is nobody left to tell.
        static_cast<void>(writeAll(STDERR_FILENO, words, "the standard error"));
    }

    bool m_terminal = isatty(STDERR_FILENO) == 1;
    bool m_shown = false;
    MeasureState m_last;
};

/// What the file holds that is to be added to, checked against what will be measured.
tl::expected<std::optional<StageTimes>, LocatedError> earlierTimes(
    const StageDevice& device, const MeasureRequest& request, const Options& options)
{
    if (!options.add)
        return std::nullopt;
    if (options.output.empty()) {
        return tl::unexpected(LocatedError {
            Error(ErrorCode::BadCommandLine, {"--add needs -o, the file to add to."}), {}});
    }
    Result<StageTimes> times = readTimes(options.output);
    if (!times) {
        const bool named = category(times.error().code) == ErrorCategory::InputOutput;
        return tl::unexpected(LocatedError {times.error(), named ? std::string() : options.output});
    }
    const Result<void> comparable = checkComparable(*times, measuredWith(device, request));
    if (!comparable)
        return tl::unexpected(LocatedError {comparable.error(), options.output});
    return *std::move(times);
}

Result<Measured> measureWatched(StageDevice& device, const MeasureRequest& request,
    const Options& options, const Interrupt& interrupt, const std::optional<StageTimes>& earlier,
    Result<void>& written)
{
    ProgressLine line;
    MeasureWatch watch;
    watch.stop = interrupt.token();
    watch.progress = [&line](const MeasureState& state) { line.show(state); };
    // What is done is on the disk, whatever happens next.
    watch.kept = [&](const StageTimes& times) {
        if (!options.output.empty())
            written = writeFileAtomically(
                options.output, timesText(earlier ? merged(*earlier, times) : times));
    };
    return measure(device, request, watch);
}

ExitCode runMeasure(const Options& options)
{
    const Result<MeasureRequest> request = readRequest(options);
    if (!request)
        return fail(request.error());
    // From here on, so that the device's own threads leave Ctrl+C alone.
    const Interrupt interrupt;
    const Result<std::unique_ptr<StageDevice>> device =
        openDevice(options.device, cudaPluginPath());
    if (!device)
        return fail(device.error());
    const auto earlier = earlierTimes(**device, *request, options);
    if (!earlier)
        return fail(earlier.error());
    Result<void> written;
    const Result<Measured> measured =
        measureWatched(**device, *request, options, interrupt, *earlier, written);
    if (!measured)
        return fail(measured.error());
    if (measured->times.sizes.empty())
        return fail(
            measured->ended.value_or(Error(ErrorCode::MeasurementStopped, {(*device)->name()})));
    const StageTimes times = *earlier ? merged(**earlier, measured->times) : measured->times;
    const ExitCode printed = print(options.json ? timesText(times) : measureText(times));
    if (!written)
        return fail(written.error());
    if (!measured->ended || printed != ExitCode::Ok)
        return printed;
    if (measured->ended->code != ErrorCode::MeasurementStopped)
        return fail(*measured->ended);
    complain("Stopped; kept are the micro-batches of " + sizesText(times) + ".");
    return ExitCode::Ok;
}

} // namespace

void addMeasureCommand(CLI::App& app, std::function<ExitCode()>& action)
{
    CLI::App* const command = app.add_subcommand(
        "measure", "Time the passes of a model's stages on this machine's CPU or GPU");
    const auto options = std::make_shared<Options>();
    const auto add = [command](const char* name, std::string& text, const char* type,
                         const std::string& help) {
        return command->add_option(name, text, wrapped(help))->type_name(type);
    };
    add("--model", options->model, "ID", "The model: " + denseModelIds() + ".")->required();
    add("--layers-per-stage", options->layers, "N",
        "Transformer layers of a stage; the default is 1.");
    add("--micro-batch-sizes", options->sizes, "N,N,...",
        "Samples of a micro-batch, each size measured; the default is 1,2,4,8.");
    add("--sequence", options->sequence, "N",
        "Tokens of a sample; the default is as the model was trained.");
    add("--tensor-parallel", options->tensorParallel, "N",
        "Measure the part of one of N devices that share each matrix; the default is 1.");
    add("--device", options->device, "DEVICE",
        "cpu, or cuda:0 and so on where the CUDA plugin is; the default is cpu.");
    add("--type", options->type, "TYPE",
        "float32 or bfloat16; the default is bfloat16 on a GPU and float32 on a CPU, which has no "
        "other.");
    add("--rounds", options->rounds, "N",
        "How often each pass is timed, after once to warm up; the default is 5.");
    command->add_flag("--layers-only", options->layersOnly,
        wrapped("Leave out what the first and the last stage have more: the embedding, and the "
                "head with the loss."));
    add("-o,--output", options->output, "FILE",
        "Write the times to FILE, for --times of other commands; after each size, so that nothing "
        "is lost.");
    command->add_flag("--add", options->add,
        wrapped("Keep the sizes that FILE has already and add these; it must be of the same stage, "
                "machine and software."));
    command->add_flag("--json", options->json, "Print what -o writes instead of a table.");
    command->callback([&action, options] { action = [options] { return runMeasure(*options); }; });
}

} // namespace pipegantt
