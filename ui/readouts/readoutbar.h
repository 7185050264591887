// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/run/run.h"
#include "ui/readouts/readouttext.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <array>
#include <memory>

namespace pipegantt {

class Readout;

/// The five numbers of a run side by side: bubble, efficiency, makespan, speed-up, peak memory. The
/// type grows with the width; where it is narrow the readouts stand in two rows.
class ReadoutBar : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReadoutBar)

public:
    explicit ReadoutBar(QWidget* parent = nullptr);

    void setRun(std::shared_ptr<const Run> run);
    /// Says how the run differs from `baseline`; nothing takes that away.
    void setBaseline(std::shared_ptr<const Run> baseline);
    void setTheme(const Theme& theme);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int widthPx) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Arrangement
    {
        int columns = 5;
        int cellWidth = 0;
        double scale = 1;
        /// Before any number made it smaller: what the kept room is measured with.
        double roomScale = 1;
    };

    void showRun();
    [[nodiscard]] std::array<ReadoutText, 5> texts(const Run& run) const;
    void keepRoom();
    void arrange();
    [[nodiscard]] Arrangement arrangementFor(int widthPx) const;
    [[nodiscard]] int rowHeight(const Arrangement& arrangement, int row) const;

    std::shared_ptr<const Run> m_run;
    std::shared_ptr<const Run> m_baseline;
    std::array<Readout*, 5> m_readouts;
};

} // namespace pipegantt
