# Two commands: "make demo" serves an example company, "make test" checks
# everything. Both install what is missing (from Debian's packages, the Go
# module proxy and the npm lock file) and cost nothing when it is there.
.DEFAULT_GOAL := help
.PHONY: help demo test check reliability lint generate web build

help: ## Show this list.
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

demo: ## Serve an example company; make demo ARGS="--listen 127.0.0.1:9000 --reset"
	@.ci/install postgresql
	@go run ./cmd/quotient demo $(ARGS)

test: ## Check everything: what continuous integration runs.
	@.ci/install postgresql node chromium documents
	@.ci/test

check: ## Vet and test the Go code alone: the quick check while working.
	@.ci/install postgresql
	@go vet ./...
	@go run ./internal/pgtest/withpostgres go test ./...

reliability: ## Races, kill -9 and restarts of PostgreSQL at full size: half an hour.
	@.ci/install postgresql
	@scripts/reliability

lint: ## Lint the Go code.
	@.ci/tool golangci-lint run

generate: ## Write generated code anew.
	@go generate ./...

web: ## Build the web interface into web/dist.
	@.ci/install node
	@. .ci/env && cd web && npm run build

build: ## Build bin/quotient, with the web interface inside.
	@CGO_ENABLED=0 go build -trimpath -o bin/quotient ./cmd/quotient
