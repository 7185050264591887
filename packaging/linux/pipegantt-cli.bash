# SPDX-FileCopyrightText: 2026 The PipeGantt authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash

_pipegantt_cli() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
    local plan='--schedule --stages --microbatches --chunks --group --slices --slice-weights --placement --layout --forward --backward'
    plan+=' --input-grad --weight-grad --recompute --pair --optimizer --embedding --mtp --head --comm'
    plan+=' --forward-per-stage --backward-per-stage'
    plan+=' --bandwidth --devices-per-node --node-comm --node-bandwidth --message --comm-model --jitter --seed --effort'
    plan+=' --backward-order --recompute-start --activation-memory --early-release --weights-memory --gradients-memory'
    plan+=' --optimizer-memory --buffers-memory --memory-limit --global-batch --target-efficiency --preset'
    plan+=' --times --micro-batch-size --model'
    local words=
    COMPREPLY=()
    case $previous in
        --schedule)
            words=$("${COMP_WORDS[0]}" schedules --json 2>/dev/null | sed -n 's/.*"id": *"\([^"]*\)".*/\1/p')
            ;;
        --sort)
            words='catalogue year bubble span-bubble makespan memory messages'
            ;;
        -o | --output)
            compopt -o default
            return
            ;;
        *)
            case ${COMP_WORDS[1]:-} in
                schedules) words='--json --help' ;;
                simulate) words="$plan --json --help" ;;
                order) words="$plan --communication --torch --json --help" ;;
                compare) words="$plan --catalogue --differences --sort --json --csv --markdown --help" ;;
                measure) words='--model --layers-per-stage --micro-batch-sizes --sequence --tensor-parallel --device --type --rounds --layers-only --add -o --json --help' ;;
                trade) words="$plan --json --help" ;;
                check) words='--device --type --json --help' ;;
                import) words="$plan -o --json --help" ;;
                export) words="$plan -o --width --dpi --theme --lang --json --help" ;;
            esac
            [[ $COMP_CWORD -gt 1 ]] || words='schedules simulate order compare export import measure trade check --help --version'
            if [[ $COMP_CWORD -gt 1 && $current != -* ]]; then
                compopt -o default
                return
            fi
            ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
}
complete -F _pipegantt_cli pipegantt-cli
