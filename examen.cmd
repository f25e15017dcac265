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
if "%EXAMEN_START%"=="plain" goto plain
rem What the JDK prepares for a faster start (its "AOT cache"), made from a start that nobody sees. It is kept beside the
rem build and used only as long as it is of this build. Whatever goes wrong with it, the program starts without it.
set "PREPARED=%TARGET%\start"
set "BUILT=none"
for %%F in ("%TARGET%\examen.jar") do set "BUILT=%%~tF %%~zF"
if "%~1"==":prepare" goto prepare
if not exist "%PREPARED%\cache" goto unprepared
if not exist "%PREPARED%\built" goto unprepared
set "OF="
set /p OF=<"%PREPARED%\built"
if not "%OF%"=="%BUILT%" goto unprepared
fc /b "%PREPARED%\launch-arguments" "%TARGET%\launch-arguments" >nul 2>&1 || goto unprepared
fc /b "%PREPARED%\launch-java" "%TARGET%\launch-java" >nul 2>&1 || goto unprepared
"%JAVA%" "-XX:AOTCache=%PREPARED%\cache" -Xlog:disable "@%TARGET%\launch-arguments" %*
exit /b %ERRORLEVEL%
:unprepared
if "%~1"=="" goto beside
if "%~1"=="open" goto beside
goto plain
:beside
start "" /b /low cmd /d /c call "%~f0" :prepare >nul 2>&1 <nul
:plain
"%JAVA%" "@%TARGET%\launch-arguments" %*
exit /b %ERRORLEVEL%

:prepare
if not exist "%PREPARED%" mkdir "%PREPARED%"
rem One at a time: the file cannot be opened twice, and is let go of even where this is ended.
call :rehearse 9>"%PREPARED%\busy"
exit /b 0

:rehearse
del "%PREPARED%\cache" "%PREPARED%\new"
rem One that another window is using is left to it.
if exist "%PREPARED%\cache" exit /b 0
rem These are written first: if the build changes meanwhile, they no longer fit.
>"%PREPARED%\built" echo %BUILT%
copy /y "%TARGET%\launch-arguments" "%PREPARED%"
copy /y "%TARGET%\launch-java" "%PREPARED%"
"%JAVA%" "-XX:AOTCacheOutput=%PREPARED%\new" -Xlog:disable -Dglass.platform=Headless -Dprism.order=sw "-Dexamen.data=%PREPARED%\data" -Dexamen.rehearsal=15 "@%PREPARED%\launch-arguments" open --sample --rater rater
if exist "%PREPARED%\new" move /y "%PREPARED%\new" "%PREPARED%\cache"
rmdir /s /q "%PREPARED%\data"
exit /b 0
