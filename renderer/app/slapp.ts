/**
 * Keeps a file that is dropped beside a field from being opened in Lotsen's place. Fields that take files
 * have said so before the event comes here.
 */
export function nekaSlapp(): void {
  const neka = (e: DragEvent) => {
    if (e.defaultPrevented) return
    e.preventDefault()
    if (e.dataTransfer) e.dataTransfer.dropEffect = 'none'
  }
  window.addEventListener('dragover', neka)
  window.addEventListener('drop', neka)
}
