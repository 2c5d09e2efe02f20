import type { SHELLS } from "#cli/choices.ts";

type Shell = (typeof SHELLS)[number];

/** A word that no shell reads anything into. */
const quoted = (word: string): string => `'${word.replaceAll("'", `'\\''`)}'`;

/** In fish a backslash in quotes means something too. */
const quotedForFish = (word: string): string => `'${word.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;

/** @NOTE macOS comes with bash 3.2, which has no compopt. */
const bash = (run: string): string => `# Completes curbside in bash. Printed by: curbside completion bash
_curbside() {
  local cur=\${COMP_WORDS[COMP_CWORD]} line option=
  case $cur in
    =) cur= ;;
    --*=*) option=\${cur%%=*}= cur=\${cur#*=} ;;
  esac
  COMPREPLY=()
  while IFS= read -r line; do
    case $line in
      :files)
        if [[ -z $option ]] && compopt -o default 2>/dev/null; then continue; fi
        while IFS= read -r line; do COMPREPLY+=("$option$line"); done < <(compgen -f -- "$cur")
        ;;
      :goes-on) compopt -o nospace 2>/dev/null ;;
      *) COMPREPLY+=("$option\${line%%$'\\t'*}") ;;
    esac
  done < <(${run} "\${COMP_WORDS[@]:1:COMP_CWORD}" </dev/null 2>/dev/null)
}
complete -F _curbside curbside
`;

const zsh = (run: string): string => `#compdef curbside
# Completes curbside in zsh. Printed by: curbside completion zsh
_curbside() {
  local line files
  local -a candidates how
  while IFS= read -r line; do
    case $line in
      :files) files=1 ;;
      :goes-on) how=(-S '') ;;
      *)
        line=\${line//:/\\\\:}
        line=\${line/$'\\t'/:}
        candidates+=("\${line%:}")
        ;;
    esac
  done < <(${run} "\${(@Q)words[2,CURRENT]}" </dev/null 2>/dev/null)
  compset -P '--*='
  if [[ -n $files ]]; then
    _files
  elif (( \${#candidates} )); then
    _describe curbside candidates "\${how[@]}"
  fi
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
  _curbside "$@"
else
  compdef _curbside curbside
fi
`;

const fish = (run: string): string => `# Completes curbside in fish. Printed by: curbside completion fish
function __curbside_complete
    set -l typed (commandline -opc)
    set -l cur (commandline -ct)
    set -l option ''
    if string match -q -- '--*=*' "$cur"
        set option (string replace -r -- '=.*' '=' "$cur")
        set cur (string replace -r -- '^[^=]*=' '' "$cur")
    end
    for line in (${run} $typed[2..-1] "$option$cur" </dev/null 2>/dev/null)
        switch $line
            case ':files'
                for path in (__fish_complete_path "$cur")
                    echo "$option$path"
                end
            case ':goes-on'
            case '*'
                echo "$option$line"
        end
    end
end
complete -c curbside -f -a '(__curbside_complete)'
`;

const SCRIPTS: Readonly<Record<Shell, (program: readonly string[]) => string>> = {
  bash: (program) => bash(program.map(quoted).join(" ")),
  zsh: (program) => zsh(program.map(quoted).join(" ")),
  fish: (program) => fish(program.map(quotedForFish).join(" ")),
};

/** What a shell reads once, so that Tab asks `program` from then on. */
export const completionScript = (shell: Shell, program: readonly string[]): string => SCRIPTS[shell](program);
