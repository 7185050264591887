// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/schedule.h"

namespace pipegantt {

void Schedule::reset(int devices, int chunks, int microbatches)
{
    m_devices = devices;
    m_chunks = chunks;
    m_microbatches = microbatches;
    m_operations.clear();
    m_rowEnds.clear();
    m_rowEnds.reserve(static_cast<std::size_t>(devices));
}

} // namespace pipegantt
