import json,subprocess,sys
P,rule=sys.argv[1],sys.argv[2]
for f in sys.argv[3:]:
    L=[l.strip() for l in open(f) if l.strip() and not l.startswith('#')]
    out=subprocess.run([P,'filter'],input=''.join(json.dumps({'id':str(i),'target':t})+'\n' for i,t in enumerate(L)),capture_output=True,text=True).stdout
    n=0
    for t,o in zip(L,out.splitlines()):
        m=[(i['rule'],t[i['start']:i['end']]) for i in json.loads(o).get('issues',[]) if rule in i['rule']]
        n+=bool(m); print('+' if m else '-',t,[x[0] if x[1] in t else x for x in m])
    print(f,n,'/',len(L))
