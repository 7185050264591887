// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/text/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

#include <map>
#include <memory>
#include <string>

// Outside of every namespace, as the macro demands.
static void initTranslations()
{
    Q_INIT_RESOURCE(translations);
}

namespace pipegantt {

using namespace Qt::StringLiterals;

Language::Language(QObject* parent)
    : QObject(parent)
    , m_current(u"en"_s)
{
    initTranslations();
}

Language::~Language() = default;

QStringList Language::available()
{
    return {u"en"_s, u"zh_CN"_s};
}

QString Language::name(const QString& tag)
{
    return tag == "zh_CN"_L1 ? u"中文"_s : u"English"_s;
}

QString Language::ofSystem()
{
    for (const QString& wanted : QLocale::system().uiLanguages()) {
        const QString tag = matching(wanted);
        if (!tag.isEmpty())
            return tag;
    }
    return u"en"_s;
}

QString Language::matching(const QString& tag)
{
    const QString plain = tag.section(u'.', 0, 0).replace(u'-', u'_');
    if (plain == "en"_L1 || plain.startsWith("en_"_L1))
        return u"en"_s;
    // Only simplified Chinese is spoken; the traditional scripts are another written language.
    for (const QLatin1StringView simplified : {"zh"_L1, "zh_CN"_L1, "zh_SG"_L1}) {
        if (plain == simplified)
            return u"zh_CN"_s;
    }
    return plain.startsWith("zh_Hans"_L1) ? u"zh_CN"_s : QString();
}

void Language::use(const QString& tag)
{
    if (tag == m_current || !available().contains(tag))
        return;
    m_current = tag;
    QCoreApplication::removeTranslator(&m_qt);
    QCoreApplication::removeTranslator(&m_ours);
    if (tag != "en"_L1) {
        if (m_qt.load(u"qtbase_"_s + tag, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
            QCoreApplication::installTranslator(&m_qt);
        if (m_ours.load(u":/translations/pipegantt_"_s + tag + u".qm"_s))
            QCoreApplication::installTranslator(&m_ours);
    }
    emit changed();
}

QStringList inEveryLanguage(const char* context, std::string_view text)
{
    const std::string english(text);
    QStringList all {QString::fromStdString(english)};
    for (const QString& tag : Language::available()) {
        static std::map<QString, std::unique_ptr<QTranslator>> translators;
        std::unique_ptr<QTranslator>& translator = translators[tag];
        if (!translator) {
            initTranslations();
            translator = std::make_unique<QTranslator>();
            // English is in the program itself.
            if (tag != "en"_L1
                && !translator->load(u":/translations/pipegantt_"_s + tag + u".qm"_s))
                continue;
        }
        const QString said = translator->translate(context, english.c_str());
        if (!said.isEmpty())
            all += said;
    }
    return all;
}

} // namespace pipegantt
