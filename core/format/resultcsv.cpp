// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/format/resultcsv.h"

namespace pipegantt {

std::string operationsCsv(const Run& run)
{
    const Schedule& schedule = run.schedule;
    std::string csv = "device,stage,chunk,kind,microbatch,start,end\n";
    for (int device = 0; device < schedule.devices(); ++device) {
        for (std::size_t i = schedule.rowBegin(device); i < schedule.rowEnd(device); ++i) {
            const PackedOperation operation = schedule.operations()[i];
            csv += std::to_string(device);
            csv += ',';
            csv += std::to_string(schedule.stageOf(device, operation.chunk()));
            csv += ',';
            csv += std::to_string(operation.chunk());
            csv += ',';
            csv += operationLetter(operation.kind());
            csv += ',';
            csv += std::to_string(operation.unit());
            csv += ',';
            csv += timeNumber(run.timeline.start(device, i), run.plan.unit);
            csv += ',';
            csv += timeNumber(run.timeline.end(i), run.plan.unit);
            csv += '\n';
        }
    }
    return csv;
}

} // namespace pipegantt
