// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/banner.h"

#include <QHBoxLayout>
#include <QLabel>

namespace pipegantt {

using namespace Qt::StringLiterals;

Banner::Banner(QWidget* parent)
    : QFrame(parent)
    , m_sentence(new QLabel)
{
    setObjectName(u"banner"_s);
    setProperty("role", u"banner"_s);
    m_sentence->setWordWrap(true);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->addWidget(m_sentence);
    hide();
}

void Banner::say(const QString& sentence)
{
    m_sentence->setText(sentence);
    setAccessibleName(sentence);
    setVisible(!sentence.isEmpty());
}

} // namespace pipegantt
