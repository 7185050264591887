// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/simulate/causalchain.h"

#include <algorithm>

namespace pipegantt {

CausalChain causalChain(const Schedule& schedule, const CausalWalk& walk, const Flows& flows,
    int device, std::size_t index, std::size_t most)
{
    CausalChain chain;
    if (schedule.operations()[index].kind() == OperationKind::PairedBackward)
        --index;
    chain.steps.push_back(walk.stepOf(device, index));
    auto before = walk.before(chain.steps.back());
    for (; before && chain.steps.size() <= most; before = walk.before(*before))
        chain.steps.push_back(*before);
    chain.cut = before.has_value();
    std::ranges::reverse(chain.steps);
    chain.self = chain.steps.size() - 1;
    auto next = flows.releasedBy(device, index);
    while (next && chain.steps.size() - chain.self <= most) {
        if (next->arrived > next->left) {
            chain.steps.push_back({CausalStep::Kind::Message, next->maker, next->makerDevice,
                next->left, next->arrived});
        }
        chain.steps.push_back(walk.stepOf(next->userDevice, next->user));
        next = flows.releasedBy(next->userDevice, next->user);
    }
    chain.cut = chain.cut || next.has_value();
    return chain;
}

} // namespace pipegantt
