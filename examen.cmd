@echo off
rem Starts Examen, the window or a command: builds first where there is no build. After a change of sources: mvnw process-classes
setlocal
set "HOME_DIR=%~dp0"
set "TARGET=%HOME_DIR%target"
if exist "%TARGET%\launch-arguments" goto run
echo examen: building, this takes a moment ... 1>&2
if not exist "%TARGET%" mkdir "%TARGET%"
pushd "%HOME_DIR%"
call mvnw.cmd -q -B process-classes > "%TARGET%\launch-build.log" 2>&1
set "FAILED=%ERRORLEVEL%"
popd
if "%FAILED%"=="0" goto run
findstr /C:"Cannot find matching toolchain" "%TARGET%\launch-build.log" >nul
if not errorlevel 1 (
  echo examen: no JDK 25 was found: install one, for example with "winget install EclipseAdoptium.Temurin.25.JDK", and run again. 1>&2
  exit /b 1
)
type "%TARGET%\launch-build.log" 1>&2
exit /b 1
:run
set /p JAVA=<"%TARGET%\launch-java"
"%JAVA%" "@%TARGET%\launch-arguments" %*
exit /b %ERRORLEVEL%
