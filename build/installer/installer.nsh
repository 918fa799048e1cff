; What Lotsen's installer does besides copying the program: the folder and the group of a computer that several share.
; Run at every installation and update; doing it again changes nothing. Nothing here removes an office, nor does the uninstaller.
; Accounts are named by their SIDs, for their names differ between Windows in Swedish and in English:
;   S-1-5-18 the system, S-1-5-32-544 Administrators, S-1-5-32-545 Users.

!macro lotsenRun WHAT COMMAND
  nsExec::ExecToLog '${COMMAND}'
  Pop $0
  ${If} $0 != 0
    DetailPrint "Lotsen: ${WHAT} ($0)"
    SetErrorLevel 5
    ${IfNot} ${Silent}
      MessageBox MB_OK|MB_ICONEXCLAMATION "Lotsen är installerat, men ${WHAT} misslyckades. Be den som sköter datorn att göra det för hand, enligt guiden för IT."
    ${EndIf}
  ${EndIf}
!macroend

!macro customInstall
  SetShellVarContext all ; $APPDATA is then C:\ProgramData
  CreateDirectory "$APPDATA\Lotsen\Delat"

  ; 0 = made, 2 = it is there already. net.exe and not the API: it is the same command that IT uses, and it is in the log.
  nsExec::ExecToLog '"$SYSDIR\net.exe" localgroup Lotsen'
  Pop $0
  ${If} $0 != 0
    !insertmacro lotsenRun "att göra gruppen Lotsen" '"$SYSDIR\net.exe" localgroup Lotsen /add /comment:"Far oppna kontoret i Lotsen pa den har datorn"'
  ${EndIf}

  ; The policy lies beside the office: everybody may read it, only administrators may write it or put another in its place.
  !insertmacro lotsenRun "att sätta rättigheter på mappen Lotsen" '"$SYSDIR\icacls.exe" "$APPDATA\Lotsen" /inheritance:r /grant:r *S-1-5-18:(OI)(CI)F *S-1-5-32-544:(OI)(CI)F *S-1-5-32-545:(OI)(CI)RX /q'

  ; The office lies in a folder here and not in this one itself: a restore puts another beside it and changes their names.
  ; The group may change, nobody else may even look.
  ReadEnvStr $1 COMPUTERNAME
  !insertmacro lotsenRun "att sätta rättigheter på kontorets mapp" '"$SYSDIR\icacls.exe" "$APPDATA\Lotsen\Delat" /inheritance:r /grant:r *S-1-5-18:(OI)(CI)F *S-1-5-32-544:(OI)(CI)F "$1\Lotsen:(OI)(CI)M" /remove:g *S-1-5-32-545 /q'
!macroend
