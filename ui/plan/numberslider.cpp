// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/plan/numberslider.h"

#include "ui/plan/valueslider.h"
#include "ui/text/quantities.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>

namespace pipegantt {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFieldWidthPx = 84;
constexpr int kNameWidthPx = 108;
constexpr int kFieldPaddingPx = 28;

/// A field beside nothing but its name has room for the largest count.
int fieldWidth(const NumberSpec& spec, NumberSlider::Shape shape, const QFontMetrics& font)
{
    if (shape != NumberSlider::Shape::Tall || spec.quantity != Quantity::Count)
        return kFieldWidthPx;
    const int widest = font.horizontalAdvance(QString::number(spec.maximum));
    return std::max(kFieldWidthPx, widest + kFieldPaddingPx);
}

/// Whether the key is the window's although the field has a use for it: a field in which nothing
/// has been typed has nothing to undo, and no number begins with a space.
bool belongsToWindow(const QKeyEvent& key, const QLineEdit& field)
{
    if (key.matches(QKeySequence::Undo) || key.matches(QKeySequence::Redo)
        || key.keyCombination() == (Qt::CTRL | Qt::Key_Y)
        || key.keyCombination() == (Qt::CTRL | Qt::SHIFT | Qt::Key_Z)
        || key.keyCombination() == QKeyCombination(Qt::Key_Space))
        return !field.isModified();
    // To the end of the line in the manner of Emacs, where the End key does the same.
    return key.keyCombination() == (Qt::CTRL | Qt::Key_E);
}

} // namespace

NumberSlider::NumberSlider(const NumberSpec& spec, Shape shape, QWidget* parent)
    : QWidget(parent)
    , m_spec(spec)
    , m_shape(shape)
    , m_label(new QLabel)
    , m_slider(new ValueSlider(spec))
    , m_field(new QLineEdit)
    , m_note(new QLabel)
{
    m_field->setAlignment(Qt::AlignRight);
    m_field->setFixedWidth(fieldWidth(spec, shape, m_field->fontMetrics()));
    m_field->installEventFilter(this);
    m_label->setBuddy(m_field);
    m_note->setWordWrap(true);
    m_note->hide();

    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(8);
    layout->setVerticalSpacing(2);
    if (m_shape == Shape::Tall) {
        layout->addWidget(m_label, 0, 0);
        layout->addWidget(m_field, 0, 1);
        layout->addWidget(m_slider, 1, 0, 1, 2);
        layout->addWidget(m_note, 2, 0, 1, 2);
        layout->setColumnStretch(0, 1);
    } else {
        layout->addWidget(m_label, 0, 0);
        layout->addWidget(m_slider, 0, 1);
        layout->addWidget(m_field, 0, 2);
        layout->addWidget(m_note, 1, 0, 1, 3);
        layout->setColumnStretch(1, 1);
    }
    // By tab the field comes first: a number can be typed at once.
    setTabOrder(m_field, m_slider);

    connect(m_slider, &ValueSlider::gestureBegan, this, &NumberSlider::gestureBegan);
    connect(m_slider, &ValueSlider::gestureEnded, this, [this] {
        emit gestureEnded();
        m_slider->showValue(m_value);
    });
    connect(m_slider, &ValueSlider::proposed, this, [this](qint64 value) {
        emit proposed(value);
        m_slider->showValue(m_value);
    });
    connect(m_field, &QLineEdit::editingFinished, this, &NumberSlider::commitText);
    connect(m_field, &QLineEdit::textEdited, this, [this] { refuse({}); });
}

void NumberSlider::setWords(const QString& title, const QString& definition)
{
    const ParameterInfo& row = info(m_spec.parameter);
    const QString symbol = QString::fromUtf8(row.symbol.data());
    m_label->setText(symbol.isEmpty() ? title : title + u' ' + symbol);
    keepLabelWhole();
    m_definition = definition;
    m_field->setAccessibleName(title);
    m_slider->setAccessibleName(title);
    resetText();
    describe();
}

void NumberSlider::setSpec(const NumberSpec& spec)
{
    if (spec == m_spec)
        return;
    m_spec = spec;
    m_slider->setSpec(spec);
    m_shown.reset();
    showValue(m_value);
}

void NumberSlider::showValue(std::int64_t value)
{
    m_value = value;
    m_slider->showValue(value);
    if (m_shown == value)
        return;
    m_shown = value;
    refuse({});
    resetText();
}

void NumberSlider::refuse(const QString& sentence)
{
    if (!sentence.isEmpty())
        showNote(sentence, true);
    else
        showNote(m_reasonPlace == Reason::Shown ? m_reason : QString(), false);
}

void NumberSlider::lock(const QString& reason, Reason where)
{
    m_reason = reason;
    m_reasonPlace = where;
    const bool open = reason.isEmpty();
    m_label->setEnabled(open);
    m_slider->setEnabled(open);
    m_field->setEnabled(open);
    describe();
    if (!m_field->property("bad").toBool() || !open)
        refuse({});
}

void NumberSlider::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        keepLabelWhole();
    QWidget::changeEvent(event);
}

void NumberSlider::keepLabelWhole()
{
    // The names stand in one column, which a long one may leave: the slider gives way.
    if (m_shape == Shape::Flat)
        m_label->setMinimumWidth(std::max(kNameWidthPx, m_label->sizeHint().width()));
}

QString NumberSlider::sentence() const
{
    return m_note->isHidden() ? QString() : m_note->text();
}

bool NumberSlider::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return QWidget::eventFilter(watched, event);
    if (belongsToWindow(*static_cast<QKeyEvent*>(event), *m_field)) {
        event->ignore();
        return true;
    }
    if (event->type() == QEvent::ShortcutOverride)
        return false;
    const ValueScale scale(m_spec);
    std::int64_t next = m_value;
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Up:
        next = std::min(m_value + m_spec.step, m_spec.maximum);
        break;
    case Qt::Key_Down:
        next = std::max(m_value - m_spec.step, m_spec.minimum);
        break;
    case Qt::Key_PageUp:
        next = scale.leapt(m_value, 1);
        break;
    case Qt::Key_PageDown:
        next = scale.leapt(m_value, -1);
        break;
    case Qt::Key_Escape:
        if (!m_field->isModified() && !m_field->property("bad").toBool())
            return false;
        refuse({});
        resetText();
        return true;
    default:
        return false;
    }
    refuse({});
    resetText();
    if (next != m_value)
        emit proposed(next);
    return true;
}

void NumberSlider::commitText()
{
    // Also called when the focus merely passes through.
    if (!m_field->isModified())
        return;
    // Set anew, the text is as unmodified as the plan's own, and its undo steps are gone: from here
    // on undoing is about the plan.
    m_field->setText(m_field->text());
    const Result<std::int64_t> typed = parseNumber(m_spec, m_field->text());
    if (!typed) {
        refuse(errorText(typed.error()));
        return;
    }
    if (*typed == m_value) {
        resetText();
        return;
    }
    emit proposed(*typed);
}

void NumberSlider::resetText()
{
    m_field->setText(numberText(m_spec, m_value));
    m_field->setModified(false);
    m_slider->setAccessibleDescription(m_field->text());
}

void NumberSlider::showNote(const QString& text, bool bad)
{
    m_note->setText(text);
    m_note->setVisible(!text.isEmpty());
    const bool wasBad = m_field->property("bad").toBool();
    m_note->setProperty("role", bad ? u"bad"_s : u"muted"_s);
    m_field->setProperty("bad", bad);
    m_note->style()->polish(m_note);
    if (bad != wasBad)
        m_field->style()->polish(m_field);
    m_field->setAccessibleDescription(text);
}

void NumberSlider::describe()
{
    const QString tip = m_reason.isEmpty() ? m_definition : m_definition + u"\n\n"_s + m_reason;
    m_label->setToolTip(
        u"<p>"_s + tip.toHtmlEscaped().replace(u"\n\n"_s, u"</p><p>"_s) + u"</p>"_s);
    m_field->setToolTip(m_label->toolTip());
    m_slider->setToolTip(m_label->toolTip());
}

} // namespace pipegantt
