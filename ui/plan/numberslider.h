// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/plan/number.h"

#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;

namespace pipegantt {

class ValueSlider;

/// A number of the plan as a person edits it: its name, a slider and a field, and a line under them
/// for the sentence that says why a value is refused or cannot be changed. It proposes values and
/// shows the one it is given; whether a proposal is taken is its owner's business.
class NumberSlider : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NumberSlider)

public:
    enum class Shape
    {
        Tall, ///< the slider under its name, over the whole width
        Flat, ///< everything on one line
    };

    NumberSlider(const NumberSpec& spec, Shape shape, QWidget* parent = nullptr);

    /// The words, which change with the language.
    void setWords(const QString& title, const QString& definition);
    void setSpec(const NumberSpec& spec);
    [[nodiscard]] const NumberSpec& spec() const { return m_spec; }
    /// Shows `value`. A refused text stays in the field until the value changes.
    void showValue(std::int64_t value);
    [[nodiscard]] std::int64_t value() const { return m_value; }
    /// The sentence that says why the last proposal was refused; empty takes it away.
    void refuse(const QString& sentence);
    /// Where the reason for a lock stands: under the number and in its tip, or in the tip alone.
    enum class Reason
    {
        Shown,
        InTip,
    };
    /// Why the number cannot be changed now; empty makes it editable.
    void lock(const QString& reason, Reason where = Reason::Shown);
    /// Why the number cannot be changed now; empty where it can.
    [[nodiscard]] const QString& reason() const { return m_reason; }

    [[nodiscard]] ValueSlider* slider() const { return m_slider; }
    [[nodiscard]] QLineEdit* field() const { return m_field; }
    /// The sentence under the number; empty where there is none.
    [[nodiscard]] QString sentence() const;

signals:
    void gestureBegan();
    void gestureEnded();
    void proposed(qint64 value);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void commitText();
    void resetText();
    void showNote(const QString& text, bool bad);
    void describe();
    void keepLabelWhole();

    NumberSpec m_spec;
    Shape m_shape;
    std::optional<std::int64_t> m_shown;
    std::int64_t m_value = 0;
    QString m_definition;
    QString m_reason;
    Reason m_reasonPlace = Reason::Shown;
    QLabel* m_label;
    ValueSlider* m_slider;
    QLineEdit* m_field;
    QLabel* m_note;
};

} // namespace pipegantt
