// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "core/order/schedule.h"
#include "core/simulate/simulate.h"
#include "core/simulate/timeline.h"

namespace pipegantt {

/// The earliest start of every operation where devices exchange messages in blocking calls that
/// both ends enter, as Megatron-LM's schedule without interleaving does (`send_forward`,
/// `recv_backward`, and both at once in `send_forward_recv_backward`). `scratch.costs` is laid.
///
/// Between two operations a device first sends what it has just made, then receives what it needs
/// next; what it has to exchange with one other device then is one call. Calls follow each other. A
/// message travels from the moment when both ends are in a call that holds it, for the time of its
/// hop; a call ends with its last message, and until then the device does nothing else. A pair of
/// passes sends both results and receives both inputs. Results for a stage of the same device need
/// no call.
///
/// Some orders make a device send what the receiver needs only later, after something that waits
/// for the sender: every call would then wait for another. Where no device could go on, each takes
/// in the call that it is in whatever another device is sending to it. So an order deadlocks here
/// only if it deadlocks without messages too, and nothing starts earlier than it would if messages
/// were asynchronous. Fills what causes tell in `timeline`. O(operations), and O(devices) for each
/// time that no device could go on.
Result<void> simulateBlocking(
    const Schedule& schedule, SimulationScratch& scratch, Timeline& timeline);

} // namespace pipegantt
