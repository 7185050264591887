// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/run/run.h"
#include "core/simulate/causalchain.h"
#include "core/simulate/flow.h"
#include "ui/timeline/chartsurface.h"
#include "ui/timeline/hover.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace pipegantt {

/// The dependencies of the operation that is pointed at, as arrows: what it needs and what needs
/// it, or the chain of what led to it and what it let begin.
class Links : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Links)

public:
    enum class Depth
    {
        None,
        Step,
        Chain,
    };

    /// Arrows that are drawn at the most; the card says where there would be more.
    static constexpr std::size_t kMostArrows = 300;

    explicit Links(QObject* parent = nullptr);
    ~Links() override = default;

    void setRun(std::shared_ptr<const Run> run);
    [[nodiscard]] Depth depth() const { return m_depth; }
    /// None, one step, the chain, and again.
    void next();

    /// Makes `target` the operation that the arrows are about.
    void follow(const HoverTarget& target);
    [[nodiscard]] const std::vector<Flow>& into() const { return m_into; }
    [[nodiscard]] const std::vector<Flow>& outOf() const { return m_outOf; }
    [[nodiscard]] const CausalChain& chain() const { return m_chain; }
    /// What the card says about them.
    [[nodiscard]] QStringList lines() const;

    void paint(const ChartSurface& on) const;

signals:
    void changed();

private:
    void gather();
    void paintSteps(const ChartSurface& on) const;
    void paintChain(const ChartSurface& on) const;
    /// The row that shows an operation; -1 where it is hidden.
    [[nodiscard]] int rowOf(const ChartSurface& on, int device, std::size_t operation) const;

    std::shared_ptr<const Run> m_run;
    /// With an index, made when a chain is first asked for.
    std::unique_ptr<CausalWalk> m_walk;
    Depth m_depth = Depth::None;
    HoverTarget m_target;
    std::vector<Flow> m_into;
    std::vector<Flow> m_outOf;
    CausalChain m_chain;
};

} // namespace pipegantt
