// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/run/run.h"
#include "core/schedule/edit.h"

#include <cstddef>
#include <optional>

namespace pipegantt {

/// An operation of a custom order that is being dragged: to another place in its device's row, or
/// to another device together with its stage. What is legal the core says.
class OrderDrag
{
public:
    /// `operation` is an index into the operations of `run.schedule`, which must stay what it is.
    OrderDrag(const Run& run, int device, std::size_t operation);

    /// The pointer is over `device` at `when`.
    void moveTo(int device, Duration when);

    [[nodiscard]] int device() const { return m_device; }
    [[nodiscard]] std::size_t operation() const { return m_operation; }
    [[nodiscard]] int stage() const;
    [[nodiscard]] int targetDevice() const { return m_targetDevice; }
    /// Where in time the operation would go in between, on its own device.
    [[nodiscard]] Duration mark() const { return m_mark; }
    /// What letting go would do: an order, or why not. Nothing where all would stay as it is.
    [[nodiscard]] const std::optional<Edited>& outcome() const { return m_outcome; }

private:
    [[nodiscard]] std::size_t placeAt(Duration when);

    const Run& m_run;
    int m_device;
    std::size_t m_operation;
    int m_targetDevice;
    std::size_t m_place;
    Duration m_mark {};
    std::optional<Edited> m_outcome;
};

/// The stage that the operation at `index` of `device` is of.
int stageAt(const Schedule& schedule, int device, std::size_t index);

} // namespace pipegantt
