// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gpu/measure/measure.h"

#include "core/base/version.h"
#include "core/model/stagework.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <ctime>
#include <string>
#include <unistd.h>

namespace pipegantt {
namespace {

/// After the weight gradient everything that the forward pass left may be gone.
constexpr std::array kRound {
    StagePass::Forward,
    StagePass::InputGrad,
    StagePass::WeightGrad,
    StagePass::Recompute,
    StagePass::Backward,
    StagePass::Optimizer,
};

std::string machineName()
{
    std::array<char, 256> name {};
    return gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "unknown";
}

std::string dateNow()
{
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm utc {};
    gmtime_r(&now, &utc);
    std::array<char, 32> text {};
    std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &utc);
    return text.data();
}

/// A device, and what is asked of it, with the time left as work is done.
class Measurement
{
public:
    Measurement(StageDevice& device, const MeasureRequest& request, const MeasureWatch& watch)
        : m_device(device)
        , m_request(request)
        , m_watch(watch)
    {
        m_measured.times = measuredWith(device, request);
    }

    Result<void> check();
    Measured run();

private:
    [[nodiscard]] std::vector<StagePart> parts() const;
    Result<SizeTimes> measureSize(std::int64_t microbatch);
    Result<PartTimes> measurePart(StagePart part, std::int64_t microbatch);
    void tell(StagePart part, std::int64_t microbatch);
    /// Of one round. The optimizer's few operations for each parameter are told as many.
    [[nodiscard]] double workOf(StagePart part, std::int64_t microbatch) const;

    StageDevice& m_device;
    const MeasureRequest& m_request;
    const MeasureWatch& m_watch;
    Measured m_measured;
    double m_work = 0;
    double m_done = 0;
    std::chrono::steady_clock::time_point m_begin;
};

std::vector<StagePart> Measurement::parts() const
{
    if (!m_request.ends)
        return {StagePart::Layers};
    return {kStageParts.begin(), kStageParts.end()};
}

Result<void> Measurement::check()
{
    const StageShape& layers = m_measured.times.stage;
    const std::vector<ElementType> types = m_device.elements();
    if (std::ranges::find(types, layers.element) == types.end()) {
        std::string names;
        for (const ElementType type : types)
            names += (names.empty() ? "" : ", ") + std::string(elementName(type));
        return failure(
            ErrorCode::UnknownChoice, {"type", std::string(elementName(layers.element)), names});
    }
    const Bytes room = m_device.freeMemory();
    for (const std::int64_t size : m_request.sizes) {
        for (const StagePart part : parts()) {
            const StageShape stage = stageOf(layers, part, size);
            if (Result<void> checked = checkStage(stage); !checked)
                return checked;
            const Bytes needed = stageMemory(stage).total();
            if (needed <= room)
                continue;
            const std::int64_t most = largestMicrobatch(stage, room);
            if (most == 0) {
                const Bytes least = stageMemory(stageOf(layers, part, 1)).total();
                return failure(ErrorCode::StageFitsNoMicrobatch,
                    {bytesText(least), m_device.name(), bytesText(room)});
            }
            return failure(ErrorCode::StageDoesNotFit,
                {std::to_string(size), bytesText(needed), m_device.name(), bytesText(room),
                    std::to_string(most)});
        }
    }
    return {};
}

double Measurement::workOf(StagePart part, std::int64_t microbatch) const
{
    constexpr double kOptimizerWork = 100;
    const StageShape stage = stageOf(m_measured.times.stage, part, microbatch);
    const StageWork work = stageWork(stage);
    return 2 * (work.forward + work.backward())
        + kOptimizerWork * static_cast<double>(parameterCount(stage));
}

void Measurement::tell(StagePart part, std::int64_t microbatch)
{
    if (!m_watch.progress)
        return;
    MeasureState state {microbatch, part, m_done / m_work, {}};
    if (m_done > 0) {
        const std::chrono::duration<double, std::pico> spent =
            std::chrono::steady_clock::now() - m_begin;
        state.left =
            Duration(static_cast<std::int64_t>(spent.count() * (m_work - m_done) / m_done));
    }
    m_watch.progress(state);
}

Result<PartTimes> Measurement::measurePart(StagePart part, std::int64_t microbatch)
{
    const Result<std::unique_ptr<DeviceStage>> stage =
        m_device.load(stageOf(m_measured.times.stage, part, microbatch));
    if (!stage)
        return failure(stage);
    std::array<std::vector<Duration>, kStagePasses.size()> samples;
    for (int round = -1; round < m_request.rounds; ++round) {
        tell(part, microbatch);
        for (const StagePass pass : kRound) {
            if (m_watch.stop.stop_requested())
                return failure(ErrorCode::MeasurementStopped, {m_device.name()});
            const Result<Duration> took = (*stage)->run(pass, m_watch.stop);
            if (!took)
                return failure(took);
            if (round >= 0)
                samples[static_cast<std::size_t>(pass)].push_back(*took);
        }
        m_done += workOf(part, microbatch);
    }
    PartTimes times;
    for (const StagePass pass : kStagePasses) {
        const auto index = static_cast<std::size_t>(pass);
        times.passes[index] = passTime(std::move(samples[index]));
    }
    const StageMemory memory = (*stage)->memory();
    times.weights = memory.weights;
    times.gradients = memory.gradients;
    times.optimizer = memory.optimizer;
    times.saved = memory.saved;
    times.keptForWeightGrad = memory.keptForWeightGrad;
    times.addedByInputGrad = memory.addedByInputGrad;
    return times;
}

Result<SizeTimes> Measurement::measureSize(std::int64_t microbatch)
{
    SizeTimes size;
    size.microbatch = microbatch;
    for (const StagePart part : parts()) {
        Result<PartTimes> times = measurePart(part, microbatch);
        if (!times)
            return failure(times);
        if (part == StagePart::Layers)
            size.layers = *std::move(times);
        else
            (part == StagePart::Embedding ? size.embedding : size.head) = *std::move(times);
    }
    return size;
}

Measured Measurement::run()
{
    StageTimes& times = m_measured.times;
    for (const std::int64_t size : m_request.sizes) {
        for (const StagePart part : parts())
            m_work += (m_request.rounds + 1) * workOf(part, size);
    }
    m_begin = std::chrono::steady_clock::now();
    for (const std::int64_t size : m_request.sizes) {
        Result<SizeTimes> measured = measureSize(size);
        if (!measured) {
            m_measured.ended = measured.error();
            break;
        }
        times.sizes.push_back(*std::move(measured));
        if (m_watch.kept)
            m_watch.kept(times);
    }
    return m_measured;
}

} // namespace

StageTimes measuredWith(const StageDevice& device, const MeasureRequest& request)
{
    StageTimes times;
    times.stage = request.stage;
    times.stage.microbatch = 1;
    times.stage.element = request.element.value_or(device.elements().front());
    times.machine = machineName();
    times.device = device.name();
    times.software = "PipeGantt " + std::string(kVersion) + ", " + device.software();
    times.date = dateNow();
    return times;
}

Result<Measured> measure(
    StageDevice& device, const MeasureRequest& request, const MeasureWatch& watch)
{
    Measurement measurement(device, request, watch);
    return measurement.check().map([&] { return measurement.run(); });
}

} // namespace pipegantt
