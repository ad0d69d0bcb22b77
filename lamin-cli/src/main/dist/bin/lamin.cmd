@echo off
rem Starts lamin. LAMIN_JAVA_HOME names the Java, LAMIN_JAVA_OPTS gives it options.
setlocal
set "app=%~dp0.."

rem Help and version are constants, rendered by the build: no JVM is started to print them.
set "page="
if "%~1"=="" set "page=lamin"
if "%~1"=="-h" set "page=lamin"
if "%~1"=="--help" set "page=lamin"
if "%~1"=="-V" set "page=version"
if "%~1"=="--version" set "page=version"
if "%~2"=="-h" set "page=lamin-%~1"
if "%~2"=="--help" set "page=lamin-%~1"
if "%~3"=="-h" set "page=lamin-%~1-%~2"
if "%~3"=="--help" set "page=lamin-%~1-%~2"
if defined page if exist "%app%\help\%page%.txt" (
  type "%app%\help\%page%.txt"
  exit /b 0
)

set "java_home="
if not defined LAMIN_JAVA_HOME goto search
call :take "%LAMIN_JAVA_HOME%"
if defined java_home goto start
echo lamin: LAMIN_JAVA_HOME=%LAMIN_JAVA_HOME% is not a JDK 21 or newer; set it to the home of one, or unset it 1>&2
exit /b 6

:search
call :take "%JAVA_HOME%"
if not defined java_home for /f "delims=" %%j in ('where java 2^>nul') do call :take "%%~dpj.."
if not defined java_home for /d %%j in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%USERPROFILE%\.jdks\*") do call :take "%%~j"
if defined java_home goto start
echo lamin: needs a JDK 21 or newer; none in LAMIN_JAVA_HOME, JAVA_HOME, the PATH and the usual folders 1>&2
exit /b 6

:start
"%java_home%\bin\java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xlog:disable --enable-native-access=ALL-UNNAMED -Dorg.jboss.logging.provider=slf4j %LAMIN_JAVA_OPTS% -cp "%app%\lib\*" lamin.cli.Main %*
exit /b %errorlevel%

:take
if defined java_home exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==." %%v in ('findstr /b "JAVA_VERSION=" "%~1\release"') do set "version=%%~v"
set "version=%version:"=%"
if %version% geq 21 set "java_home=%~1"
exit /b 0
