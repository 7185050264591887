# SPDX-FileCopyrightText: 2026 The PipeGantt authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash

_pipegantt_cli() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
    local plan='--schedule --stages --microbatches --chunks --group --forward --backward --input-grad'
    plan+=' --weight-grad --comm --forward-per-stage --backward-per-stage --backward-order --activation-memory'
    plan+=' --memory-limit --global-batch --target-efficiency --preset'
    local words=
    COMPREPLY=()
    case $previous in
        --schedule)
            words=$("${COMP_WORDS[0]}" schedules --json 2>/dev/null | sed -n 's/.*"id": *"\([^"]*\)".*/\1/p')
            ;;
        -o | --output)
            compopt -o default
            return
            ;;
        *)
            case ${COMP_WORDS[1]:-} in
                schedules) words='--json --help' ;;
                simulate) words="$plan --json --help" ;;
                order) words="$plan --json --help" ;;
                export) words="$plan -o --width --dpi --theme --lang --json --help" ;;
            esac
            [[ $COMP_CWORD -gt 1 ]] || words='schedules simulate order export --help --version'
            if [[ $COMP_CWORD -gt 1 && $current != -* ]]; then
                compopt -o default
                return
            fi
            ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
}
complete -F _pipegantt_cli pipegantt-cli
