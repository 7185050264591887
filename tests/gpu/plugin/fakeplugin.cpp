// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A plugin without a device. Each build of it is wrong in one way, which the definitions choose.

#include "gpu/plugin/interface.h"

#include <algorithm>
#include <cstdio>
#include <thread>

#ifndef FAKE_VERSION
#define FAKE_VERSION PIPEGANTT_PLUGIN_VERSION
#endif
#ifndef FAKE_COUNT_STATUS
#define FAKE_COUNT_STATUS PIPEGANTT_OK
#endif
#ifndef FAKE_OPEN_STATUS
#define FAKE_OPEN_STATUS PIPEGANTT_OK
#endif
/// The run of a pass, counted over all stages, from which on the device is gone; 0 for never.
#ifndef FAKE_RUNS
#define FAKE_RUNS 0
#endif
/// Whether passes go on until they are stopped.
#ifndef FAKE_SLOW
#define FAKE_SLOW 0
#endif

struct PipeganttStage
{
    PipeganttStageShape shape;
    int runs;
};

namespace {

[[maybe_unused]] int runs = 0;

int answer(int status, PipeganttReason* reason)
{
    if (status != PIPEGANTT_OK)
        std::snprintf(reason->text, sizeof(reason->text), "fake reason %d", status);
    return status;
}

} // namespace

int32_t pipegantt_plugin_version(void)
{
    return FAKE_VERSION;
}

int32_t pipegantt_count_devices(int32_t* count, PipeganttReason* reason)
{
    *count = 2;
    return answer(FAKE_COUNT_STATUS, reason);
}

int32_t pipegantt_describe_device(int32_t device, PipeganttDevice* description, PipeganttReason*)
{
    std::snprintf(description->name, sizeof(description->name), "Fake GPU %d", device);
    std::snprintf(description->software, sizeof(description->software), "fake driver 1.0");
    description->free_bytes = 40'000'000'000;
    return PIPEGANTT_OK;
}

int32_t pipegantt_open_stage(
    int32_t, const PipeganttStageShape* shape, PipeganttStage** stage, PipeganttReason* reason)
{
    if (FAKE_OPEN_STATUS != PIPEGANTT_OK)
        return answer(FAKE_OPEN_STATUS, reason);
    *stage = new PipeganttStage {*shape, 0};
    return PIPEGANTT_OK;
}

#ifndef FAKE_WITHOUT_RUN
/// So many milliseconds for each sample as the pass has in the enumeration, and one more: the first
/// three runs take twice that, as on a cold device.
int32_t pipegantt_run_pass(PipeganttStage* stage, int32_t pass, const PipeganttStop* stop,
    int64_t* picoseconds, PipeganttReason* reason)
{
    while (FAKE_SLOW && stop->requested(stop->context) == 0)
        std::this_thread::yield();
    if (stop->requested(stop->context) != 0)
        return PIPEGANTT_STOPPED;
    ++runs;
    if (FAKE_RUNS != 0 && runs >= FAKE_RUNS)
        return answer(PIPEGANTT_FAILED, reason);
    *picoseconds = int64_t {1'000'000'000} * (pass + 1) * stage->shape.microbatch;
    if (stage->runs++ < 3)
        *picoseconds *= 2;
    return PIPEGANTT_OK;
}
#endif

int32_t pipegantt_stage_memory(
    PipeganttStage* stage, PipeganttStageMemory* memory, PipeganttReason*)
{
    *memory = {1, 2, 3, 1000 * stage->shape.microbatch, 400 * stage->shape.microbatch, 5, 6};
    return PIPEGANTT_OK;
}

/// Half of one, whatever was asked.
int32_t pipegantt_read_tensor(
    PipeganttStage*, int32_t, int64_t count, float* values, PipeganttReason*)
{
    std::fill_n(values, count, 0.5F);
    return PIPEGANTT_OK;
}

void pipegantt_close_stage(PipeganttStage* stage)
{
    delete stage;
}
