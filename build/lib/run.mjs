import { spawn } from 'node:child_process'
import { constants } from 'node:os'

/**
 * Ends a process with everything it has started, which a plain kill does not.
 * @param {import('node:child_process').ChildProcess} child started with `detached` outside Windows
 */
export function killTree(child) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  if (process.platform === 'win32') {
    spawn('taskkill', ['/T', '/F', '/PID', String(child.pid)], { stdio: 'ignore' })
    return
  }
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch {
    child.kill('SIGKILL')
  }
}

/**
 * Runs a program to its end.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean, limitMs?: number, shell?: boolean }} [options]
 *   quiet: keep what it prints instead of showing it; limitMs: end it and its children after so many milliseconds
 * @returns {Promise<{ code: number, output: string, timedOut: boolean }>} output is empty unless quiet
 */
export function run(command, args, options = {}) {
  const { quiet = false, limitMs } = options
  // Only what may have to be ended gets a process group of its own: the rest must share the terminal's Ctrl+C.
  const ownGroup = limitMs !== undefined && process.platform !== 'win32'
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      shell: options.shell ?? false,
      detached: ownGroup,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      windowsHide: true,
    })
    let output = ''
    let timedOut = false
    child.stdout?.on('data', (chunk) => (output += String(chunk)))
    child.stderr?.on('data', (chunk) => (output += String(chunk)))
    const timer =
      limitMs === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true
            killTree(child)
          }, limitMs)
    const stop = () => killTree(child)
    if (ownGroup) process.once('exit', stop)
    child.on('error', (error) => {
      clearTimeout(timer)
      resolve({ code: 127, output: output + error.message, timedOut })
    })
    // 'exit', not 'close': a grandchild that holds the pipe open must not keep us waiting.
    child.on('exit', (code, signal) => {
      clearTimeout(timer)
      process.removeListener('exit', stop)
      resolve({ code: exitCode(code, signal), output, timedOut })
    })
  })
}

/**
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 */
export function exitCode(code, signal) {
  return code ?? 128 + (signal ? constants.signals[signal] : 0)
}
