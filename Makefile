# AfterSales: the two that everybody needs are `make run` and `make test`.
SHELL := /bin/bash
export DOTNET_NOLOGO := 1
export DOTNET_CLI_TELEMETRY_OPTOUT := 1

RID ?= $(shell dotnet --info | sed -n 's/^ *RID: *//p' | sed 's/^debian.*-\|^ubuntu.*-/linux-/')
DATA ?= ./data
URLS ?= http://127.0.0.1:5080
APP := Host/bin/Release/net10.0/aftersales

.DEFAULT_GOAL := help
.PHONY: help run test test-unit test-postgres test-browser test-faults test-full publish bench migration screenshots pictures lighthouse page-kit format

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 16

run: ## build, fill an empty ./data with the demo company, serve on http://127.0.0.1:5080
	dotnet build Host -c Release --nologo -v quiet -clp:NoSummary
	@if [ ! -e "$(DATA)/aftersales.db" ]; then "$(APP)" demo --data "$(DATA)"; fi
	@exec "$(APP)" serve --data "$(DATA)" --urls "$(URLS)"

test: ## everything: rules, architecture, the real host on SQLite and on PostgreSQL, a real browser, faults
	@tests/scripts/test unit architecture sqlite postgres browser faults

test-unit: ## rules and architecture only, no I/O
	@tests/scripts/test unit architecture

test-postgres: ## the integration suite on PostgreSQL
	@tests/scripts/test postgres

test-browser: ## the journeys in Chromium
	@tests/scripts/test browser

test-faults: ## kill -9, damage, floods, a year of jobs, an hour of work at full figures (hours), written to tests/AfterSales.FaultTests/RESULTS.md; ONLY=Soak for one
	@tests/scripts/faults "$(ONLY)"

test-full: ## like test, with ten times the random cases
	@AFTERSALES_TEST_FULL=1 AFTERSALES_TEST_TIMEOUT=10800 tests/scripts/test unit architecture sqlite postgres browser

publish: ## one file that runs alone: artifacts/publish/<rid>/aftersales; RID=win-x64 for another system
	rm -rf "artifacts/publish/$(RID)"
	dotnet publish Host -c Release -r "$(RID)" -o "artifacts/publish/$(RID)" --nologo -v quiet -p:UseSharedCompilation=true -p:RunAnalyzers=false -p:RestoreLockedMode=false -p:NuGetLockFilePath=obj/publish.lock.json
	rm -f artifacts/publish/$(RID)/*.pdb artifacts/publish/$(RID)/*.xml artifacts/publish/$(RID)/web.config artifacts/publish/$(RID)/*.staticwebassets.*.json

bench: ## figures beside the bars of the quality book, written to tests/AfterSales.Benchmarks/RESULTS.md; FULL=1 for a million orders, ONLY=ClockBench for one
	@if [ -z "$(ONLY)" ]; then $(MAKE) --no-print-directory publish; fi
	FULL=$(FULL) dotnet run --project tests/AfterSales.Benchmarks -c Release -- $(ONLY)

migration: ## M=Service N=AddFeeNote: one migration, for both databases
	@tests/scripts/migration "$(M)" "$(N)"

screenshots: ## a picture of every page, in artifacts/screenshots
	@AFTERSALES_SCREENSHOTS="$(CURDIR)/artifacts/screenshots" AFTERSALES_TEST_FILTER="-class *Access" tests/scripts/test browser

pictures: ## take the pictures of the help anew, in both languages
	@mkdir -p Host/wwwroot/help && AFTERSALES_HELP_PICTURES="$(CURDIR)/Host/wwwroot/help" AFTERSALES_TEST_FILTER="-method *by_pictures*" tests/scripts/test browser

lighthouse: ## Lighthouse on the main pages and, with a phone's settings, on the public ones: tests/AfterSales.Benchmarks/LIGHTHOUSE.md
	@$(MAKE) --no-print-directory publish && tests/scripts/lighthouse

page-kit: ## of the page kit what our pages use, into Host/wwwroot/lib; after a class of the kit is used for the first time
	@tests/scripts/page-kit

format: ## code style
	dotnet format AfterSales.sln
