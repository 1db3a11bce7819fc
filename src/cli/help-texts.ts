/** What `--help` teaches beside the options: the words of the arguments, and examples that work as they stand. */
export const helpTexts = {
  program: `
DESIGN is a .vpc.json, or a .vpc.png (the design travels inside the picture); - is standard input.

Examples:
  reachable import aws ./snapshot -o plan.vpc.json
  reachable check plan.vpc.json
  reachable why plan.vpc.json --from internet --to web-1 --port 443
  reachable exposure plan.vpc.json

Exit codes: 0 clean, 1 findings or blocked, 2 the command or a file cannot be used, 3 undetermined (why).`,

  check: `
Exit codes: 0 nothing at the level of --fail-on, 1 something, 2 the design cannot be read.

Examples:
  reachable check plan.vpc.json
  reachable check plan.vpc.json --fail-on warning
  reachable check plan.vpc.json --format sarif > reachable.sarif
  cat plan.vpc.json | reachable check - --format json`,

  why: `
An endpoint is one of
  internet, internet:203.0.113.7     the internet, or one address in it
  i-…, eni-…, subnet-…, tgw-…        an id as in the design
  web-1                              a name, when only one resource has it
  10.0.1.5, vpc-…:10.0.1.5           a private address, with its VPC where two share it
  10.0.1.0/24                        a block
  onprem:vgw-…:10.9.8.7              a machine beyond a gateway
  s3, com.amazonaws.us-east-1.ssm    an AWS service, by the VPC's endpoint where it has one
  https://web-1:8443                 a web page, with scheme and port (--to alone)

Without --protocol the question is about TCP; ICMP is an echo request unless type and code are given.
--questions reads one JSON object per line and prints one answer per line:
  {"id": "q1", "from": "internet", "to": "web-1", "protocol": "tcp", "port": 443}

Exit codes: 0 reachable, 1 blocked or ambiguous, 2 the question cannot be asked, 3 undetermined.
With --questions: 0 all lines were answered, 2 some were not.

Examples:
  reachable why plan.vpc.json --from internet --to web-1 --port 443
  reachable why plan.vpc.json --from web-1 --to db-1 --port 3306 --symptom timeout
  reachable why plan.vpc.json --from 10.0.1.5 --to 10.0.2.7 --protocol icmp --json
  reachable why plan.vpc.json --questions questions.jsonl > answers.jsonl`,

  exposure: `
Every row is what really arrives: the request gets there and the reply comes back.

Examples:
  reachable exposure plan.vpc.json
  reachable exposure plan.vpc.json --from web-1
  reachable exposure plan.vpc.json --json`,

  expect: `
Expectations are saved questions with the verdict they must have; they lie in the design.
Exit codes: 0 all hold, 1 some fail, 2 the design cannot be read.

Example:
  reachable expect plan.vpc.json`,

  diff: `
Resources are the same when their ids are; a renamed one is changed. Places on the canvas do not count, nor does the
order of rules, routes and lists.

Exit codes: 0 without --fail-on, or when nothing it names differs; 1 something does; 2 a design cannot be read.
--fail-on opened  something can be reached that could not be before
--fail-on any     anything differs, places on the canvas aside

Examples:
  reachable diff plan.vpc.json next.vpc.json
  reachable diff plan.vpc.json next.vpc.json --fail-on opened
  git show main:plan.vpc.json | reachable diff - plan.vpc.json --format markdown > comment.md`,

  plan: `
Free addresses are listed as the largest aligned blocks. Networks to be apart from are the other VPCs and the on-premises
networks that are drawn, the ranges that are declared in the design or listed in the file of --against, and the defaults
of Docker and Kubernetes.

Exit codes: 0 without --fail-on, or when nothing overlaps; 1 something does; 2 the design cannot be read.

Examples:
  reachable plan plan.vpc.json
  reachable plan plan.vpc.json --vpc shop --format csv > plan.csv
  reachable plan plan.vpc.json --format markdown > plan.md
  reachable plan plan.vpc.json --against partners.csv --fail-on overlap`,

  fix: `
Without --apply the design is not touched: each fix is shown with what it opens and closes.
Finding ids are in the output of reachable check.

Examples:
  reachable fix plan.vpc.json --finding subnet-too-small:subnet-1
  reachable fix plan.vpc.json --finding subnet-too-small:subnet-1 --apply`,

  import: `
Nothing is asked of AWS and no credentials are needed: the files are what the AWS CLI printed.

Example:
  reachable import aws ./snapshot -o plan.vpc.json`,

  importAws: `
PATH is a file, a folder that is searched with everything in it, or - for standard input. Files are told apart by
what they hold, not by their names. What is not understood is listed, nothing is dropped silently.

A snapshot is made with, for example:
  for what in vpcs subnets route-tables network-acls security-groups internet-gateways \\
      nat-gateways network-interfaces; do
    aws ec2 describe-$what --output json > snapshot/$what.json
  done
  aws ec2 describe-instances --output json > snapshot/instances.json

With --over the layout, notes, expectations and everything that was drawn in that design stay; what AWS describes is as
AWS says now, and what has changed is listed.

Exit codes: 0 all was understood, 1 with warnings, 2 nothing could be read.

Examples:
  reachable import aws ./snapshot -o plan.vpc.json
  aws ec2 describe-vpcs --output json | reachable import aws - ./snapshot -o plan.vpc.json
  reachable import aws ./today --over plan.vpc.json -o today.vpc.json`,

  export: `
The PNG holds the design and opens again as one. A CloudFormation template (JSON) holds one Region; what it leaves out is
said on standard error. Terraform, draw.io, Mermaid and Markdown are not available yet.

Examples:
  reachable export plan.vpc.json --format png -o plan.vpc.png
  reachable export plan.vpc.json --format svg --theme dark -o plan.svg
  reachable export plan.vpc.json --format png --title-block 2026-11-24 -o review.png
  reachable export plan.vpc.json --format svg --view routing security --plain -o routes.svg
  reachable export plan.vpc.png --format json -o plan.vpc.json
  reachable export plan.vpc.json --format cloudformation -o template.json`,
} as const;
