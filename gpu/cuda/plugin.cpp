// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where the plugin meets the program: no exception goes further.

// Everything else of the library is its own.
#pragma GCC visibility push(default)
#include "gpu/plugin/interface.h"
#pragma GCC visibility pop

#include "gpu/cuda/device.h"
#include "gpu/cuda/stage.h"

#include <cstdio>
#include <exception>
#include <new>

using pipegantt::cuda::Failure;
using pipegantt::cuda::Shape;
using pipegantt::cuda::Stage;

struct PipeganttStage
{
    std::unique_ptr<Stage> stage;
};

namespace {

int32_t told(int32_t status, const char* text, PipeganttReason* reason)
{
    std::snprintf(reason->text, sizeof(reason->text), "%s", text);
    return status;
}

template <class Work>
int32_t guarded(PipeganttReason* reason, Work work)
{
    try {
        work();
        return PIPEGANTT_OK;
    } catch (const Failure& failure) {
        return told(failure.status, failure.reason.c_str(), reason);
    } catch (const std::bad_alloc&) {
        return told(PIPEGANTT_OUT_OF_MEMORY, "the machine has no memory left", reason);
    } catch (const std::exception& fault) {
        return told(PIPEGANTT_FAILED, fault.what(), reason);
    }
}

} // namespace

int32_t pipegantt_plugin_version(void)
{
    return PIPEGANTT_PLUGIN_VERSION;
}

int32_t pipegantt_count_devices(int32_t* count, PipeganttReason* reason)
{
    return guarded(reason, [=] { *count = pipegantt::cuda::countDevices(); });
}

int32_t pipegantt_describe_device(
    int32_t device, PipeganttDevice* description, PipeganttReason* reason)
{
    return guarded(reason, [=] { *description = pipegantt::cuda::describeDevice(device); });
}

int32_t pipegantt_open_stage(int32_t device, const PipeganttStageShape* shape,
    PipeganttStage** stage, PipeganttReason* reason)
{
    return guarded(reason, [=] {
        const Shape wanted {*shape};
        if (const std::string fault = faultOf(wanted); !fault.empty())
            throw Failure {PIPEGANTT_FAILED, fault};
        *stage = new PipeganttStage {Stage::open(device, wanted)};
    });
}

int32_t pipegantt_run_pass(PipeganttStage* stage, int32_t pass, const PipeganttStop* stop,
    int64_t* picoseconds, PipeganttReason* reason)
{
    return guarded(reason, [=] { *picoseconds = stage->stage->run(pass, *stop); });
}

int32_t pipegantt_stage_memory(
    PipeganttStage* stage, PipeganttStageMemory* memory, PipeganttReason* reason)
{
    return guarded(reason, [=] { *memory = stage->stage->memory(); });
}

int32_t pipegantt_read_tensor(
    PipeganttStage* stage, int32_t tensor, int64_t count, float* values, PipeganttReason* reason)
{
    return guarded(reason, [=] { stage->stage->read(tensor, count, values); });
}

void pipegantt_close_stage(PipeganttStage* stage)
{
    delete stage;
}
